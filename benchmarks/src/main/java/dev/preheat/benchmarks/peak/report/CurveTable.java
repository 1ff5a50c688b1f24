// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.report;

import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.curve.Figures;
import dev.preheat.benchmarks.peak.curve.JitCounts;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The comparisons as text: a table for each workload, and one over all of them. */
public final class CurveTable {
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final String NONE = "-";
  private static final String NEVER = "never";

  private final List<Comparison> comparisons;

  /** A table of at least one comparison. */
  public CurveTable(List<Comparison> comparisons) {
    this.comparisons = List.copyOf(comparisons);
  }

  /** The lines, with an empty one between the tables. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    summaries(lines, "kernels", comparisons.stream().filter(c -> c.workload().isKernel()).toList());
    summaries(
        lines, "programs", comparisons.stream().filter(c -> !c.workload().isKernel()).toList());
    for (Comparison comparison : comparisons) {
      lines.add(
          row(
              comparison.workload().name(),
              List.of(
                  "ops/s", "level", "lowest", "highest", "90 % s", ": aot", "worst", ": aot",
                  "CPU s"),
              "tiers 1/2/3/4, not entrant"));
      comparison.figures().forEach((side, figures) -> lines.add(row(side, figures)));
      lines.add("");
    }
    lines.remove(lines.size() - 1);
    return lines;
  }

  private static void summaries(List<String> lines, String what, List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      return;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-28s %8s %8s %8s %6s %8s  %s",
            what + " (" + comparisons.size() + ")",
            "level",
            "lowest",
            "t : aot",
            "never",
            "worst",
            "lowest of"));
    for (Side side : Side.all()) {
      Summary.of(side, comparisons).ifPresent(summary -> lines.add(line(summary)));
    }
    lines.add("");
  }

  private static String line(Summary summary) {
    return String.format(
        Locale.ROOT,
        "%-28s %8.3f %8.3f %8s %6d %8s  %s",
        summary.side().title(),
        summary.ratio(),
        summary.lowestRatio(),
        optional(summary.timeAgainstAot()),
        summary.never(),
        optional(summary.worstAgainstAot()),
        summary.lowest());
  }

  private static String row(Side side, Figures figures) {
    return row(
        side.title(),
        List.of(
            String.format(Locale.ROOT, "%,.0f", figures.perSecond()),
            ratio(figures.ratio().median()),
            ratio(figures.ratio().lowest()),
            ratio(figures.ratio().highest()),
            figures.reaches90() ? ratio(figures.secondsTo90()) : NEVER,
            optional(figures.timeAgainstAot()),
            optional(figures.worst()),
            optional(figures.worstAgainstAot()),
            ratio(figures.cpuMillis() / MILLIS_PER_SECOND)),
        counts(figures.jit()));
  }

  private static String row(String title, List<String> cells, String last) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-28s", title));
    for (String cell : cells) {
      row.append(String.format(Locale.ROOT, " %8s", cell));
    }
    return row.append("  ").append(last).toString();
  }

  private static String counts(JitCounts jit) {
    return String.format(
        Locale.ROOT,
        "%.0f/%.0f/%.0f/%.0f, %.0f",
        jit.tier1(),
        jit.tier2(),
        jit.tier3(),
        jit.tier4(),
        jit.notEntrant());
  }

  private static String optional(OptionalDouble value) {
    return value.isPresent() ? ratio(value.getAsDouble()) : NONE;
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
