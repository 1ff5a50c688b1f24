// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.BenchmarkException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Curves and runs for the tests of what becomes of them; the figures are made up. */
public final class Curves {
  private static final int SAMPLES_PER_SECOND = 100;

  private Curves() {}

  /**
   * A program that needs a second to start, is at half of its rate until it is warm, and then at
   * all of it.
   *
   * @param warmSecond when it is warm
   * @param rate operations a second
   * @param seconds how long it runs
   */
  public static Curve of(double warmSecond, double rate, int seconds) throws BenchmarkException {
    List<String> lines = new ArrayList<>();
    for (int i = SAMPLES_PER_SECOND; i <= seconds * SAMPLES_PER_SECOND; i++) {
      double second = (double) i / SAMPLES_PER_SECOND;
      double slow = Math.min(second, warmSecond) - 1;
      double fast = Math.max(0, second - warmSecond);
      lines.add(
          "sample "
              + i * 1_000_000_000L / SAMPLES_PER_SECOND
              + " "
              + Math.round(rate * (slow / 2 + fast)));
    }
    lines.add("result 0 42");
    return Curve.of(lines, 0);
  }

  /** A run of such a program. */
  public static Run run(double warmSecond, double rate, int seconds) throws BenchmarkException {
    return new Run(
        of(warmSecond, rate, seconds),
        new Usage(0, 0, seconds * 1_000_000_000L, seconds * 1_500_000L, 1_024),
        new JitCounts(10, 1, 100, rate / 10_000, 7));
  }

  /**
   * A workload of ten seconds, each side with two runs: those with an image are warm earlier and
   * slower in the end.
   */
  public static Comparison comparison(String program, String name) throws BenchmarkException {
    Map<Side, List<Run>> runs = new LinkedHashMap<>();
    for (Side side : Side.all()) {
      double warm = side.variant().hasImage() ? 2 : side.variant().hasAotCache() ? 3 : 4;
      double rate = side.variant().hasImage() ? 90_000 : 100_000;
      runs.put(side, List.of(run(warm, rate, 10), run(warm, rate * 1.1, 10)));
    }
    return Comparison.of(new Workload(program, name, 10), runs);
  }
}
