// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import java.util.List;
import jdk.graal.compiler.nodes.loop.Loop;

/** How much a round of a loop counts, by the loops that are within it. */
record LoopRounds(List<Loop> loops) {

  /** At least so many times an inner loop goes round, where nobody knows better. */
  private static final int INNER = 16;

  /** Whether there is no loop within. */
  boolean isInnermost(Loop loop) {
    return loops.stream().noneMatch(each -> each.parent() == loop);
  }

  /**
   * A round of an innermost loop counts 1, one of another as much as the rounds within it.
   *
   * @param most how much a round may count
   * @return a power of two
   */
  int worth(Loop loop, int most) {
    return Integer.highestOneBit((int) Math.min(most, within(loop)));
  }

  private double within(Loop loop) {
    return loops.stream()
        .filter(each -> each.parent() == loop)
        .mapToDouble(each -> Math.max(INNER, each.localLoopFrequency()) * within(each))
        .max()
        .orElse(1);
  }
}
