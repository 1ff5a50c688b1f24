// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.arrays;

import dev.preheat.benchmarks.meter.Operation;

/** The sum of an array. */
public final class IntSum implements Operation {
  private static final int LENGTH = 65_536;
  private static final int PASSES = 8;

  private final int[] values = new int[LENGTH];

  /** The same numbers in each run. */
  public IntSum() {
    for (int i = 0; i < LENGTH; i++) {
      values[i] = i * 31 ^ i >>> 3;
    }
  }

  @Override
  public long once(int seed) {
    long sums = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      sums = 31 * sums + sum(values, seed + pass);
    }
    return sums;
  }

  private static int sum(int[] values, int from) {
    int sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
    }
    return sum;
  }
}
