// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.benchmarks.program.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Side AOT = new Side(Variant.AOT_CACHE, Optional.of(Training.SHORT));
  private static final Side IMAGE = new Side(Variant.IMAGE_AOT_CACHE, Optional.of(Training.SHORT));

  @Test
  void sidesAreThePlainJvmAndAllOthersByTraining() {
    assertEquals(
        List.of(
            "plain",
            "aot-cache-hot",
            "image-hot",
            "image-aot-cache-hot",
            "aot-cache-short",
            "image-short",
            "image-aot-cache-short"),
        Side.all().stream().map(Side::id).toList());
    assertEquals(Optional.empty(), Side.PLAIN.aotCache());
    assertEquals(Optional.of(AOT), IMAGE.aotCache());
  }

  @Test
  void figuresAreAgainstThePlainJvmOfTheSameRound() throws Exception {
    Map<Side, Figures> figures = Curves.comparison("kernels", "a").figures();

    assertEquals(105_000, figures.get(Side.PLAIN).perSecond(), 10);
    assertEquals(new Figures.Spread(1, 1, 1), figures.get(Side.PLAIN).ratio());
    assertEquals(0.9, figures.get(IMAGE).ratio().lowest(), 0.001);
    assertEquals(0.9, figures.get(IMAGE).ratio().highest(), 0.001);
    assertEquals(3.95, figures.get(Side.PLAIN).secondsTo90(), 0.011);
    assertEquals(15_000, figures.get(IMAGE).cpuMillis());
    assertEquals(10_000, figures.get(IMAGE).wallMillis());
    assertEquals(9.45, figures.get(IMAGE).jit().tier4(), 0.001);
    assertEquals(40, figures.get(IMAGE).windows().size());
  }

  @Test
  void thePlainJvmIsNotComparedWithAnAotCache() throws Exception {
    Figures plain = Curves.comparison("kernels", "a").figures().get(Side.PLAIN);

    assertEquals(OptionalDouble.empty(), plain.worstAgainstAot());
    assertEquals(OptionalDouble.empty(), plain.timeAgainstAot());
  }

  @Test
  void worstWindowsAreThoseAfterTheStart() throws Exception {
    Figures image = Curves.comparison("kernels", "a").figures().get(IMAGE);

    assertEquals(0.9, image.worstAgainstAot().orElseThrow(), 0.01);
    assertEquals(1, image.worst().orElseThrow(), 0.01);
  }

  @Test
  void aDipIsFoundWhereTheAotCacheHasNone() throws Exception {
    Figures image = figures(1_000, dip()).get(IMAGE);

    assertEquals(0.4, image.worst().orElseThrow(), 0.001);
    assertEquals(0.4, image.worstAgainstAot().orElseThrow(), 0.001);
    assertEquals(1, image.timeAgainstAot().orElseThrow(), 0.05);
  }

  @Test
  void aSideThatNeverReaches90PercentHasNoTime() throws Exception {
    Figures image = figures(1_000, Curves.of(2, 800, 10)).get(IMAGE);

    assertFalse(image.reaches90());
    assertEquals(OptionalDouble.empty(), image.timeAgainstAot());
    assertTrue(figures(1_000, Curves.of(2, 950, 10)).get(IMAGE).reaches90());
  }

  @Test
  void aShortRunHasNoWindowAfterTheStart() throws Exception {
    Run run = Curves.run(1, 100, 4);
    Figures image =
        Comparison.of(
                new Workload("kernels", "a", 4),
                Map.of(Side.PLAIN, List.of(run), AOT, List.of(run), IMAGE, List.of(run)))
            .figures()
            .get(IMAGE);

    assertEquals(OptionalDouble.empty(), image.worst());
    assertEquals(OptionalDouble.empty(), image.worstAgainstAot());
  }

  /** A window at 40 %, from 6 seconds on. */
  private static Curve dip() throws Exception {
    return Curve.of(
        List.of(
            "sample 1000000000 0",
            "sample 2000000000 500",
            "sample 6000000000 4500",
            "sample 6250000000 4600",
            "sample 10000000000 8350"),
        0);
  }

  private static Map<Side, Figures> figures(double rate, Curve image) throws Exception {
    Run others = Curves.run(2, rate, 10);
    Map<Side, List<Run>> runs = new LinkedHashMap<>();
    runs.put(Side.PLAIN, List.of(others));
    runs.put(AOT, List.of(others));
    runs.put(IMAGE, List.of(new Run(image, others.usage(), others.jit())));
    return Comparison.of(new Workload("kernels", "a", 10), runs).figures();
  }
}
