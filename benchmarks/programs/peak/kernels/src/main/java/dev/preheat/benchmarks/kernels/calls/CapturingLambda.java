// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.calls;

import dev.preheat.benchmarks.meter.Operation;
import java.util.function.IntUnaryOperator;

/** A loop that makes a lambda of its variables in each turn. */
public final class CapturingLambda implements Operation {
  private static final int COUNT = 16_384;

  @Override
  public long once(int seed) {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      int number = i;
      sum = 31 * sum + twice(value -> value * seed + number, i & 7);
    }
    return sum;
  }

  private static int twice(IntUnaryOperator function, int value) {
    return function.applyAsInt(function.applyAsInt(value));
  }
}
