// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.outcome.Outcome;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.LoaderReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program printed, and what the loader's report says.
 *
 * @param json the report, empty when there is none
 */
record LoadReport(Result run, String json) {

  /** Reads the report of a run that has ended. */
  static LoadReport of(Result run, Path report) throws IOException {
    return new LoadReport(run, Files.exists(report) ? Files.readString(report) : "");
  }

  /** The report itself; all is empty when there is none. */
  LoaderReport report() {
    return LoaderReport.parse(json);
  }

  /** How many methods have a reason. */
  int number(Outcome reason) {
    return report().reasons().getOrDefault(reason.name(), 0);
  }

  /** Methods that are not installed, or no longer valid, by the beginnings of their names. */
  List<String> missing(String... beginnings) {
    return report().methods().stream()
        .filter(method -> Stream.of(beginnings).anyMatch(method.name()::startsWith))
        .map(method -> method.name() + ": " + outcome(method))
        .sorted()
        .toList();
  }

  /** Reason and detail of a method that is not installed, or no longer valid; else empty. */
  String of(String method) {
    return report().methods().stream()
        .filter(each -> each.name().equals(method))
        .map(LoadReport::outcome)
        .findFirst()
        .orElse("");
  }

  /**
   * The image was used. Where the JIT is faster than the loader, a method counts as rejected that
   * might as well be installed; such are the loader's own.
   *
   * @param installed the fewest methods that are
   * @param rejected how many others are for any other reason
   */
  void assertCounts(int installed, int rejected) {
    LoaderReport report = report();
    assertTrue(report.installed() >= installed, this::toString);
    assertEquals(rejected, report.rejected() - number(Outcome.ALREADY_COMPILED), this::toString);
  }

  private static String outcome(LoaderReport.Method method) {
    return method.reason() + ": " + method.detail();
  }
}
