// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.benchmarks.program.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Side AOT = new Side(Variant.AOT_CACHE, Optional.of(Training.HOT));
  private static final Side IMAGE = new Side(Variant.IMAGE, Optional.of(Training.HOT));

  @Test
  void meansAreGeometricAndTheLowestIsNamed() throws Exception {
    Summary summary =
        Summary.of(IMAGE, List.of(comparison("a", 2_000, 1.5), comparison("b", 500, 1.5)))
            .orElseThrow();

    assertEquals(2, summary.workloads());
    assertEquals(1, summary.ratio(), 0.001);
    assertEquals(0.5, summary.lowestRatio(), 0.001);
    assertEquals("b", summary.lowest());
    assertEquals(1, summary.never());
    assertEquals(0.5, summary.worstAgainstAot().orElseThrow(), 0.01);
  }

  @Test
  void timesAreOfThoseThatReach90Percent() throws Exception {
    Summary summary =
        Summary.of(IMAGE, List.of(comparison("a", 1_000, 2), comparison("b", 500, 2)))
            .orElseThrow();

    assertEquals(1.95 / 2.95, summary.timeAgainstAot().orElseThrow(), 0.01);
  }

  @Test
  void nothingHasNoSummary() {
    assertEquals(Optional.empty(), Summary.of(IMAGE, List.of()));
  }

  private static Comparison comparison(String name, double rate, double warm) throws Exception {
    Map<Side, List<Run>> runs = new LinkedHashMap<>();
    runs.put(Side.PLAIN, List.of(Curves.run(4, 1_000, 10)));
    runs.put(AOT, List.of(Curves.run(3, 1_000, 10)));
    runs.put(IMAGE, List.of(Curves.run(warm, rate, 10)));
    return Comparison.of(new Workload("kernels", name, 10), runs);
  }
}
