// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Writes the results of all suites: for programs, for people, and what is behind the figures. */
final class Results {
  private final Path directory;
  private final List<SuiteResult> results = new ArrayList<>();

  Results(Path directory) {
    this.directory = directory;
  }

  /** Adds the results of a suite. All files are whole after that. */
  void add(SuiteResult result) throws IOException {
    results.add(result);
    write("results.json", Json.array(results.stream().map(SuiteResult::json).toList()).text());
    write("results.txt", table());
    Comparison comparison = result.comparison();
    write(result.suite() + "-different.txt", text(comparison.different()));
    write(result.suite() + "-unstable.txt", text(comparison.unstable()));
  }

  /** How many tests of all suites ended the same in all runs without the image. */
  int tests() {
    return results.stream().mapToInt(each -> each.comparison().tests()).sum();
  }

  private String table() {
    List<String> lines = new ArrayList<>(List.of(SuiteResult.HEAD));
    results.stream().map(SuiteResult::row).forEach(lines::add);
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d tests, %,d different",
            tests(),
            results.stream().mapToInt(each -> each.comparison().different().size()).sum()));
    return String.join("\n", lines) + "\n";
  }

  private static String text(SortedMap<String, String> tests) {
    StringBuilder text = new StringBuilder();
    tests.forEach((id, outcomes) -> text.append(id).append("\n    ").append(outcomes).append('\n'));
    return text.toString();
  }

  private void write(String name, String text) throws IOException {
    AtomicFile.write(directory.resolve(name), text);
  }
}
