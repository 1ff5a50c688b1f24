// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.calls;

import dev.preheat.benchmarks.meter.Operation;

/** Interface calls at a place that sees objects of eight classes. */
public final class EightReceivers implements Operation {
  private static final int COUNT = 16_384;

  private final Shape[] shapes = Shape.of(8, 1_024);

  @Override
  public long once(int seed) {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum = 31 * sum + shapes[i + seed & 1_023].area();
    }
    return sum;
  }
}
