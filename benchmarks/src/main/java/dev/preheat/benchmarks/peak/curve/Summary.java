// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A side over several workloads.
 *
 * @param ratio geometric mean of the levels against the plain JVM's
 * @param lowestRatio the lowest of them
 * @param lowest the workload that has it
 * @param timeAgainstAot geometric mean of the times to 90 %, against the AOT cache alone, of those
 *     that have one
 * @param never workloads that do not reach 90 %
 * @param worstAgainstAot the worst window of all
 */
public record Summary(
    Side side,
    int workloads,
    double ratio,
    double lowestRatio,
    String lowest,
    OptionalDouble timeAgainstAot,
    int never,
    OptionalDouble worstAgainstAot) {

  /** Over at least one workload; none if there are none. */
  public static Optional<Summary> of(Side side, List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      return Optional.empty();
    }
    List<Figures> figures = comparisons.stream().map(each -> each.figures().get(side)).toList();
    Comparison lowest = comparisons.get(0);
    for (Comparison each : comparisons) {
      if (ratio(each, side) < ratio(lowest, side)) {
        lowest = each;
      }
    }
    return Optional.of(
        new Summary(
            side,
            figures.size(),
            geometricMean(figures, each -> OptionalDouble.of(each.ratio().median())).orElseThrow(),
            ratio(lowest, side),
            lowest.workload().name(),
            geometricMean(figures, Figures::timeAgainstAot),
            (int) figures.stream().filter(each -> !each.reaches90()).count(),
            figures.stream()
                .map(Figures::worstAgainstAot)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min()));
  }

  private static double ratio(Comparison comparison, Side side) {
    return comparison.figures().get(side).ratio().median();
  }

  private static OptionalDouble geometricMean(
      List<Figures> figures, Function<Figures, OptionalDouble> figure) {
    OptionalDouble mean =
        figures.stream()
            .map(figure)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(each -> Math.log(each.getAsDouble()))
            .average();
    return mean.isPresent() ? OptionalDouble.of(Math.exp(mean.getAsDouble())) : mean;
  }
}
