// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.Variant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Results for the tests of what becomes of them; the figures are made up. */
final class Examples {
  private Examples() {}

  static List<Result> results() {
    return List.of(
        new Result(Variant.PLAIN, 1800, 3000, 210.5, 0, 0),
        new Result(Variant.AOT_CACHE, 1200, 2000, 190, 0, 0),
        new Result(Variant.IMAGE, 900, 1500, 180.25, 4000, 12),
        new Result(Variant.IMAGE_AOT_CACHE, 600, 1000, 170, 4321, 1));
  }

  static Map<Variant, LoaderReport> loaderReports() {
    Map<Variant, LoaderReport> reports = new EnumMap<>(Variant.class);
    reports.put(
        Variant.IMAGE_AOT_CACHE,
        new LoaderReport(
            95,
            3,
            22,
            List.of(
                new Reason("INSTALLED", "installed", 95),
                new Reason("CLASS_NOT_LOADED", "class not loaded", 20),
                new Reason("NOT_REACHED", "not reached", 2),
                new Reason("CLASS_CHANGED", "class changed", 3))));
    return reports;
  }

  static Usage usage(int wallMillis, int cpuMillis, int peakMebibytes) {
    return new Usage(0, 0, wallMillis * 1_000_000L, cpuMillis * 1_000L, peakMebibytes * 1_024L);
  }
}
