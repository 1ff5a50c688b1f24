// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.program.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The results as text: a table of the variants and one of their ratios. */
public final class ResultTable {
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final String NONE = "-";

  /** A variant and the one it is compared with. */
  private record Pair(Variant faster, Variant slower) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(Variant.IMAGE_AOT_CACHE, Variant.PLAIN),
          new Pair(Variant.IMAGE_AOT_CACHE, Variant.AOT_CACHE),
          new Pair(Variant.IMAGE, Variant.PLAIN));

  private final List<Result> results;

  /** A table of one result for each variant. */
  public ResultTable(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /** The lines of both tables, with an empty one between them. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(row("variant", "wall s", "CPU s", "peak MiB", "installed", "rejected"));
    for (Result result : results) {
      boolean image = result.variant().hasImage();
      lines.add(
          row(
              result.variant().title(),
              seconds(result.wallMillis()),
              seconds(result.cpuMillis()),
              String.format(Locale.ROOT, "%.1f", result.peakMebibytes()),
              image ? String.format(Locale.ROOT, "%,d", result.installed()) : NONE,
              image ? String.format(Locale.ROOT, "%,d", result.rejected()) : NONE));
    }
    lines.add("");
    lines.add(ratioRow("times as fast", "wall", "CPU"));
    for (Pair pair : PAIRS) {
      lines.add(
          ratioRow(
              pair.faster().title() + " : " + pair.slower().title(),
              ratio(pair, Result::wallMillis),
              ratio(pair, Result::cpuMillis)));
    }
    return lines;
  }

  private String ratio(Pair pair, ToDoubleFunction<Result> figure) {
    double slower = figure.applyAsDouble(result(pair.slower()));
    double faster = figure.applyAsDouble(result(pair.faster()));
    return String.format(Locale.ROOT, "%.2f (%+.0f ms)", slower / faster, faster - slower);
  }

  private Result result(Variant variant) {
    return results.stream()
        .filter(result -> result.variant() == variant)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no result of " + variant.id()));
  }

  private static String row(
      String variant, String wall, String cpu, String peak, String installed, String rejected) {
    return String.format(
        "%-20s %8s %8s %9s %10s %9s", variant, wall, cpu, peak, installed, rejected);
  }

  private static String ratioRow(String pair, String wall, String cpu) {
    return String.format("%-40s %17s %17s", pair, wall, cpu);
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.3f", millis / MILLIS_PER_SECOND);
  }
}
