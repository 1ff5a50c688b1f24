// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.report.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The figures of a side: medians of its runs.
 *
 * @param perSecond operations a second when it is level
 * @param ratio that, divided by the plain JVM's of the same round
 * @param secondsTo90 until 90 % of the plain JVM's level of the same round; infinite if never
 * @param windows operations a second in each window, the median of all rounds
 * @param worst the slowest window after the first five seconds, divided by its own level; none if
 *     there is no such window
 * @param worstAgainstAot the least quotient of a window after the first five seconds and the same
 *     window of the AOT cache alone; none for the plain JVM
 * @param timeAgainstAot {@code secondsTo90}, divided by that of the AOT cache alone; none for the
 *     plain JVM
 * @param cpuMillis CPU time of a run
 * @param wallMillis wall time of a run
 */
public record Figures(
    double perSecond,
    Spread ratio,
    double secondsTo90,
    List<Double> windows,
    OptionalDouble worst,
    OptionalDouble worstAgainstAot,
    OptionalDouble timeAgainstAot,
    double cpuMillis,
    double wallMillis,
    JitCounts jit) {

  /** Until then a program may start, in seconds. */
  private static final double START = 5;

  private static final double NEARLY = 0.9;

  /**
   * A median with what it is the median of.
   *
   * @param lowest of all rounds
   * @param highest of all rounds
   */
  public record Spread(double median, double lowest, double highest) {
    static Spread of(List<Double> values) {
      return new Spread(
          Statistics.median(values),
          values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
          values.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }
  }

  /**
   * The figures of a side without those that need the AOT cache's.
   *
   * @param runs of the side, round by round
   * @param plain the plain JVM's runs of the same rounds
   * @throws BenchmarkException if a run is too short
   */
  static Figures of(List<Run> runs, List<Run> plain) throws BenchmarkException {
    List<Double> levels = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < runs.size(); round++) {
      Curve curve = runs.get(round).curve();
      double plainLevel = plain.get(round).curve().level();
      levels.add(curve.level());
      ratios.add(curve.level() / plainLevel);
      times.add(curve.secondsTo(NEARLY * plainLevel));
    }
    double level = Statistics.median(levels);
    List<Double> windows = windows(runs);
    return new Figures(
        level,
        Spread.of(ratios),
        Statistics.median(times),
        windows,
        afterStart(windows).stream().mapToDouble(window -> window / level).min(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Statistics.median(runs.stream().map(Run::usage).map(Usage::cpuMillis).toList()),
        Statistics.median(runs.stream().map(Run::usage).map(Usage::wallMillis).toList()),
        JitCounts.median(runs.stream().map(Run::jit).toList()));
  }

  /** The same with those that need the AOT cache's. */
  Figures against(Figures aot) {
    List<Double> mine = afterStart(windows);
    List<Double> theirs = afterStart(aot.windows);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      if (theirs.get(i) > 0) {
        least = Math.min(least, mine.get(i) / theirs.get(i));
      }
    }
    return new Figures(
        perSecond,
        ratio,
        secondsTo90,
        windows,
        worst,
        Double.isFinite(least) ? OptionalDouble.of(least) : OptionalDouble.empty(),
        Double.isFinite(secondsTo90) && Double.isFinite(aot.secondsTo90)
            ? OptionalDouble.of(secondsTo90 / aot.secondsTo90)
            : OptionalDouble.empty(),
        cpuMillis,
        wallMillis,
        jit);
  }

  /** Whether it reaches 90 % of the plain JVM's level. */
  public boolean reaches90() {
    return Double.isFinite(secondsTo90);
  }

  private static List<Double> windows(List<Run> runs) {
    List<double[]> all = runs.stream().map(run -> run.curve().windows()).toList();
    int length = all.stream().mapToInt(each -> each.length).min().orElse(0);
    List<Double> medians = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int at = i;
      medians.add(Statistics.median(all.stream().map(each -> each[at]).toList()));
    }
    return medians;
  }

  private static List<Double> afterStart(List<Double> windows) {
    return windows.subList(Math.min(windows.size(), (int) (START / Curve.WINDOW)), windows.size());
  }
}
