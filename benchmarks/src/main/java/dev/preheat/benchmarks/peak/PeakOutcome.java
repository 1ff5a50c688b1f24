// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.report.CurveJson;
import dev.preheat.benchmarks.peak.report.CurvePicture;
import dev.preheat.benchmarks.peak.report.CurveTable;
import dev.preheat.benchmarks.report.Machine;
import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was measured.
 *
 * @param flags of the JVM, for the variants with an image
 */
record PeakOutcome(int rounds, List<Comparison> comparisons, Machine machine, List<String> flags) {

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add("");
    lines.addAll(new CurveTable(comparisons).lines());
    lines.add("");
    lines.add("Each input gave the same in all runs.");
    lines.addAll(machine.lines());
    lines.add("flags of the variants with an image: " + String.join(" ", flags));
    return lines;
  }

  /**
   * Writes all results into a directory.
   *
   * @throws IOException if a file cannot be written
   */
  void write(Path directory) throws IOException {
    AtomicFile.write(directory.resolve("results.json"), CurveJson.results(comparisons).text());
    AtomicFile.write(directory.resolve("curves.json"), CurveJson.curves(comparisons).text());
    AtomicFile.write(
        directory.resolve("results.svg"), new CurvePicture(title(), comparisons).svg());
    AtomicFile.write(directory.resolve("results.txt"), String.join("\n", lines()) + "\n");
  }

  private String title() {
    return "peak: medians of " + rounds + (rounds == 1 ? " round" : " interleaved rounds");
  }
}
