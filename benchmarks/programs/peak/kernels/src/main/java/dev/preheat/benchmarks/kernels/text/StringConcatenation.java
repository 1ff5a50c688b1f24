// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.text;

import dev.preheat.benchmarks.meter.Operation;

/** Strings of other strings and numbers, by the operator. */
public final class StringConcatenation implements Operation {
  private static final int COUNT = 512;

  private final String[] names = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"};

  @Override
  public long once(int seed) {
    long length = 0;
    for (int i = 0; i < COUNT; i++) {
      String text = line(names[i % names.length], i + seed, i * 3L);
      length = 31 * length + text.length() + text.charAt(text.length() - 2);
    }
    return length;
  }

  private static String line(String name, int count, long total) {
    return name + "=" + count + ", " + total + ";";
  }
}
