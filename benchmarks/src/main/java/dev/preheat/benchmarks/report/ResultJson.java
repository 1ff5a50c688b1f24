// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.format.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The results as JSON. */
public final class ResultJson {
  private static final double TENTHS = 10;

  private ResultJson() {}

  /** The medians: one object for each variant. */
  public static Json results(List<Result> results) {
    return Json.array(
        results.stream()
            .map(
                result ->
                    figures(
                            result.variant(),
                            result.wallMillis(),
                            result.cpuMillis(),
                            result.peakMebibytes())
                        .with("installed", result.installed())
                        .with("rejected", result.rejected()))
            .toList());
  }

  /** Every run that counts, round by round. */
  public static Json runs(Map<Variant, List<Usage>> runs) {
    List<Json> all = new ArrayList<>();
    int rounds = runs.values().stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Variant, List<Usage>> entry : runs.entrySet()) {
        Usage usage = entry.getValue().get(round);
        all.add(
            figures(entry.getKey(), usage.wallMillis(), usage.cpuMillis(), usage.peakMebibytes()));
      }
    }
    return Json.array(all);
  }

  private static Json.Members figures(Variant variant, double wall, double cpu, double peak) {
    return Json.object()
        .with("variant", variant.id())
        .with("wallMillis", rounded(wall))
        .with("cpuMillis", rounded(cpu))
        .with("peakMiB", rounded(peak));
  }

  private static Json rounded(double value) {
    return Json.of(Math.round(value * TENTHS) / TENTHS);
  }
}
