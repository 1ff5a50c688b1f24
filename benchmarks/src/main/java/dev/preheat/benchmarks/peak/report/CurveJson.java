// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.report;

import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.curve.Curve;
import dev.preheat.benchmarks.peak.curve.Figures;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Workload;
import dev.preheat.format.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The comparisons as JSON. */
public final class CurveJson {
  private static final double THOUSANDTHS = 1_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  private CurveJson() {}

  /** One object for each side of each workload; a member that has no value is left out. */
  public static Json results(List<Comparison> comparisons) {
    List<Json> all = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      comparison
          .figures()
          .forEach((side, figures) -> all.add(result(comparison.workload(), side, figures)));
    }
    return Json.array(all);
  }

  /** The windows: one object for each side of each workload. */
  public static Json curves(List<Comparison> comparisons) {
    List<Json> all = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      comparison
          .figures()
          .forEach(
              (side, figures) ->
                  all.add(
                      head(comparison.workload(), side)
                          .with("windowMillis", Math.round(Curve.WINDOW * MILLIS_PER_SECOND))
                          .with(
                              "perSecond",
                              Json.array(
                                  figures.windows().stream().map(CurveJson::rounded).toList()))));
    }
    return Json.array(all);
  }

  private static Json result(Workload workload, Side side, Figures figures) {
    Json.Members members =
        head(workload, side)
            .with("perSecond", rounded(figures.perSecond()))
            .with("ratio", rounded(figures.ratio().median()))
            .with("ratioLowest", rounded(figures.ratio().lowest()))
            .with("ratioHighest", rounded(figures.ratio().highest()));
    if (figures.reaches90()) {
      members = members.with("secondsTo90", rounded(figures.secondsTo90()));
    }
    members = with(members, "secondsTo90AgainstAot", figures.timeAgainstAot());
    members = with(members, "worstWindow", figures.worst());
    members = with(members, "worstWindowAgainstAot", figures.worstAgainstAot());
    return members
        .with("wallMillis", rounded(figures.wallMillis()))
        .with("cpuMillis", rounded(figures.cpuMillis()))
        .with(
            "jitCompilations",
            Json.object()
                .with("tier1", rounded(figures.jit().tier1()))
                .with("tier2", rounded(figures.jit().tier2()))
                .with("tier3", rounded(figures.jit().tier3()))
                .with("tier4", rounded(figures.jit().tier4())))
        .with("madeNotEntrant", rounded(figures.jit().notEntrant()));
  }

  private static Json.Members head(Workload workload, Side side) {
    return Json.object()
        .with("program", workload.program())
        .with("workload", workload.name())
        .with("variant", side.variant().id())
        .with("training", side.training().map(training -> training.id()).orElse("none"));
  }

  private static Json.Members with(Json.Members members, String name, OptionalDouble value) {
    return value.isPresent() ? members.with(name, rounded(value.getAsDouble())) : members;
  }

  private static Json rounded(double value) {
    return Json.of(Math.round(value * THOUSANDTHS) / THOUSANDTHS);
  }
}
