// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.arrays;

import dev.preheat.benchmarks.meter.Meter;
import dev.preheat.benchmarks.meter.Workload;

/** One loop that is entered once and does not end: no method of it is ever called again. */
public final class LongLoop implements Workload {
  private static final int TURNS = 65_536;

  private final int[] table = new int[1_024];

  /** The same numbers in each run. */
  public LongLoop() {
    for (int i = 0; i < table.length; i++) {
      table[i] = i * 0x9e3779b9;
    }
  }

  @Override
  public void run(Meter meter) {
    int state = 0;
    int seed = 0;
    int turn = 0;
    boolean more = true;
    while (more) {
      state = (state ^ table[(state >>> 7 ^ turn) & 1_023]) * 31 + turn;
      turn++;
      if (turn == TURNS) {
        more = meter.done(seed, state);
        seed = (seed + 1) % Meter.SEEDS;
        state = seed;
        turn = 0;
      }
    }
  }
}
