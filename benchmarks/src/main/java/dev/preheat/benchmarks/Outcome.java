// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.benchmarks.report.Coverage;
import dev.preheat.benchmarks.report.Machine;
import dev.preheat.benchmarks.report.Picture;
import dev.preheat.benchmarks.report.Result;
import dev.preheat.benchmarks.report.ResultJson;
import dev.preheat.benchmarks.report.ResultTable;
import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that was measured.
 *
 * @param results one for each variant
 * @param usages every run that counts
 * @param flags of the JVM, for the variants with an image
 * @param files that each run wrote
 */
record Outcome(
    Settings settings,
    List<Result> results,
    Map<Variant, List<Usage>> usages,
    Coverage coverage,
    Machine machine,
    List<String> flags,
    int files) {

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add("");
    lines.addAll(new ResultTable(results).lines());
    lines.add("");
    lines.add("The output of all runs is identical (" + files + " files).");
    lines.addAll(coverage.lines());
    lines.add("");
    lines.addAll(machine.lines());
    lines.add("flags of the variants with an image: " + String.join(" ", flags));
    lines.add("flags of the other variants: none");
    return lines;
  }

  /**
   * Writes all results into their directory.
   *
   * @throws IOException if a file cannot be written
   */
  void write() throws IOException {
    Path directory = settings.results();
    AtomicFile.write(directory.resolve("results.json"), ResultJson.results(results).text());
    AtomicFile.write(directory.resolve("runs.json"), ResultJson.runs(usages).text());
    AtomicFile.write(directory.resolve("coverage.json"), coverage.json().text());
    AtomicFile.write(directory.resolve("results.svg"), new Picture(title(), results).svg());
    AtomicFile.write(directory.resolve("results.txt"), String.join("\n", lines()) + "\n");
  }

  private String title() {
    return settings.name() + ": medians of " + settings.rounds() + " interleaved runs";
  }
}
