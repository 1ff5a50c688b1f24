// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.arrays;

import dev.preheat.benchmarks.meter.Operation;

/** Each element of an array becomes a linear function of itself. */
public final class FloatArrayUpdate implements Operation {
  private static final int LENGTH = 65_536;

  private final float[] values = new float[LENGTH];

  @Override
  public long once(int seed) {
    for (int i = 0; i < values.length; i++) {
      values[i] = i + seed;
    }
    for (int pass = 0; pass < 4; pass++) {
      update(values, 0.5f, seed);
    }
    return Float.floatToIntBits(values[seed]) + 31L * Float.floatToIntBits(values[LENGTH - 1]);
  }

  private static void update(float[] values, float factor, float summand) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * factor + summand;
    }
  }
}
