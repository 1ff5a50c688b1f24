// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.calls;

import dev.preheat.benchmarks.meter.Operation;

/** One call in sixteen throws an exception, with its stack, three frames down. */
public final class Exceptions implements Operation {
  private static final int COUNT = 512;

  private static final class Odd extends Exception {
    private static final long serialVersionUID = 1;
    private final int value;

    Odd(int value) {
      super("odd");
      this.value = value;
    }
  }

  @Override
  public long once(int seed) {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      try {
        sum = 31 * sum + half(i + seed);
      } catch (Odd e) {
        sum += e.value;
      }
    }
    return sum;
  }

  private static int half(int value) throws Odd {
    return checked(value) / 2;
  }

  private static int checked(int value) throws Odd {
    if (value % 16 == 5) {
      throw new Odd(value);
    }
    return value;
  }
}
