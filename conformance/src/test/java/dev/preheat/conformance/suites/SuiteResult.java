// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import dev.preheat.conformance.harness.Run;
import dev.preheat.format.Json;
import dev.preheat.testkit.LoaderReport;
import java.util.Locale;

/**
 * How a suite ended without and with its image.
 *
 * @param suite its name
 * @param comparison of the outcomes
 * @param installed methods that the loader installed
 * @param rejected methods that it did not want
 * @param crash how the JVM with the image ended, if not by itself
 */
record SuiteResult(String suite, Comparison comparison, int installed, int rejected, String crash) {
  private static final int MOST_CHARACTERS_SHOWN = 4_000;

  /** The names of the columns of {@link #row}. */
  static final String HEAD =
      String.format(
          "%-24s %8s %8s %9s %8s %9s %8s",
          "suite", "tests", "same", "different", "unstable", "installed", "rejected");

  /** Of a run, which may have ended before its loader could report. */
  static SuiteResult of(String suite, Comparison comparison, Run run) {
    LoaderReport report = run.report();
    String printed = run.output() + run.errors();
    String crash =
        run.exitCode() == 0
            ? ""
            : "exit code "
                + run.exitCode()
                + ": "
                + printed.substring(Math.max(0, printed.length() - MOST_CHARACTERS_SHOWN));
    return report == null
        ? new SuiteResult(suite, comparison, 0, 0, crash)
        : new SuiteResult(suite, comparison, report.installed(), report.rejected(), crash);
  }

  Json json() {
    return Json.object()
        .with("suite", suite)
        .with("tests", comparison.tests())
        .with("same", comparison.same())
        .with("different", comparison.different().size())
        .with("installed", installed)
        .with("rejected", rejected);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "%-24s %,8d %,8d %,9d %,8d %,9d %,8d",
        suite,
        comparison.tests(),
        comparison.same(),
        comparison.different().size(),
        comparison.unstable().size(),
        installed,
        rejected);
  }
}
