// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.jdks;

import dev.preheat.format.Json;
import dev.preheat.testkit.LoaderReport;
import java.util.Locale;

/**
 * An image by a JDK.
 *
 * @param image the JDK that made it
 * @param jdk that ran it
 * @param installed methods, without an AOT cache
 * @param rejected methods, without an AOT cache
 * @param installedWithCache methods, with one
 * @param rejectedWithCache methods, with one
 * @param refused why the image was not used, empty if it was
 * @param same whether the program did the same with it as without Preheat
 */
record JdkResult(
    String image,
    String jdk,
    int installed,
    int rejected,
    int installedWithCache,
    int rejectedWithCache,
    String refused,
    boolean same) {

  static JdkResult of(
      JdkHome maker, JdkHome by, Sample.Run run, Sample.Run withCache, Sample.Run plain) {
    LoaderReport report = run.report();
    LoaderReport cached = withCache.report();
    return new JdkResult(
        maker.toString(),
        by.toString(),
        report == null ? 0 : report.installed(),
        report == null ? 0 : report.rejected(),
        cached == null ? 0 : cached.installed(),
        cached == null ? 0 : cached.rejected(),
        report == null ? "" : report.reason(),
        isSame(run, plain) && isSame(withCache, plain));
  }

  private static boolean isSame(Sample.Run run, Sample.Run plain) {
    return run.exitCode() == plain.exitCode()
        && run.output().equals(plain.output())
        && run.files().equals(plain.files());
  }

  Json json() {
    return Json.object()
        .with("image", image)
        .with("jdk", jdk)
        .with("installed", installed)
        .with("rejected", rejected)
        .with("installedWithCache", installedWithCache)
        .with("rejectedWithCache", rejectedWithCache)
        .with("refused", refused)
        .with("same", same);
  }

  /** The names of the columns of {@link #row}. */
  static final String HEAD =
      String.format(
          "%-36s %-36s %10s %9s %10s %9s %-6s %s",
          "image of",
          "run by",
          "installed",
          "rejected",
          "with cache",
          "rejected",
          "output",
          "refused");

  String row() {
    return String.format(
            Locale.ROOT,
            "%-36s %-36s %,10d %,9d %,10d %,9d %-6s %s",
            image,
            jdk,
            installed,
            rejected,
            installedWithCache,
            rejectedWithCache,
            same ? "same" : "OTHER",
            refused)
        .strip();
  }
}
