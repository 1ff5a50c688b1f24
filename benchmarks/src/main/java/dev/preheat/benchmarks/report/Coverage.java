// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.program.Variant;
import dev.preheat.format.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of what the traces show is in the image, and how much of the image is in the JVM.
 *
 * @param build what the compiler made of the traces
 * @param runs what the loader made of the image, for each variant that has one
 */
public record Coverage(BuildReport build, Map<Variant, LoaderReport> runs) {
  private static final int TARGET_IN_IMAGE = 90;
  private static final int TARGET_INSTALLED = 95;

  public Coverage {
    runs = new EnumMap<>(runs);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "methods traced, in the image",
            build.compiled(),
            build.traced(),
            "target " + TARGET_IN_IMAGE));
    addReasons(lines, "left out", build.leftOut());
    lines.add(
        line(
            "left out, class initialisers aside",
            build.leftOutOfOthers(),
            build.traced(),
            "at most " + BuildReport.MOST_LEFT_OUT));
    lines.add("where every method has its turn (-Dpreheat.install=before-main):");
    runs.forEach(
        (variant, report) -> {
          lines.add(
              line(
                  variant.title() + ": methods with all classes loaded, installed",
                  report.installed(),
                  report.withLoadedClasses(),
                  "target " + TARGET_INSTALLED));
          addReasons(lines, "not installed", report.notInstalled());
        });
    return lines;
  }

  /** For programs. */
  public Json json() {
    return Json.object()
        .with("traced", build.traced())
        .with("inImage", build.compiled())
        .with("inImagePercent", percent(build.compiled(), build.traced()))
        .with("leftOut", reasons(build.leftOut()))
        .with("leftOutOfOthersPercent", percent(build.leftOutOfOthers(), build.traced()))
        .with(
            "variants",
            Json.array(runs.entrySet().stream().map(e -> json(e.getKey(), e.getValue())).toList()));
  }

  private static Json json(Variant variant, LoaderReport report) {
    return Json.object()
        .with("variant", variant.id())
        .with("withLoadedClasses", report.withLoadedClasses())
        .with("installed", report.installed())
        .with("installedPercent", percent(report.installed(), report.withLoadedClasses()))
        .with("notInstalled", reasons(report.notInstalled()));
  }

  private static Json reasons(List<Reason> reasons) {
    return Json.array(reasons.stream().map(Reason::json).toList());
  }

  private static Json percent(int part, int whole) {
    return whole == 0 ? Json.of(0L) : Json.of(Math.round(1_000.0 * part / whole) / 10.0);
  }

  private static String line(String what, int part, int whole, String bound) {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d (%.1f %%, %s %%)",
        what,
        part,
        whole,
        whole == 0 ? 0 : 100.0 * part / whole,
        bound);
  }

  private static void addReasons(List<String> lines, String what, List<Reason> reasons) {
    for (Reason reason : reasons) {
      lines.add(String.format(Locale.ROOT, "  %s %,6d: %s", what, reason.methods(), reason.text()));
    }
  }
}
