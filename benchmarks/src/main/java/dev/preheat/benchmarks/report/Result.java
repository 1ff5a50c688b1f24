// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.Variant;
import java.util.List;

/**
 * What a variant took: medians of its runs.
 *
 * @param installed methods that were installed from the image, 0 without one
 * @param rejected methods that never will be, 0 without an image
 */
public record Result(
    Variant variant,
    double wallMillis,
    double cpuMillis,
    double peakMebibytes,
    int installed,
    int rejected) {

  /**
   * The medians of runs.
   *
   * @param loader what the loader reported of one more run; null without an image
   * @throws IllegalArgumentException if there are no runs
   */
  public static Result of(Variant variant, List<Usage> runs, LoaderReport loader) {
    return new Result(
        variant,
        Statistics.median(runs.stream().map(Usage::wallMillis).toList()),
        Statistics.median(runs.stream().map(Usage::cpuMillis).toList()),
        Statistics.median(runs.stream().map(Usage::peakMebibytes).toList()),
        loader == null ? 0 : loader.installed(),
        loader == null ? 0 : loader.rejected());
  }
}
