// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.text;

import dev.preheat.benchmarks.meter.Operation;

/** Texts of many parts, by a builder. */
public final class StringBuilding implements Operation {
  private static final int ROWS = 256;

  @Override
  public long once(int seed) {
    StringBuilder table = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      table.append("row ").append(row).append(':').append(' ');
      table.append(row * (seed + 1L)).append(',').append(row % 2 == 0).append('\n');
    }
    table.insert(0, "table").reverse().setLength(table.length() - seed);
    return table.toString().hashCode();
  }
}
