// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of an image in one run: what {@code -Dpreheat.report=<file>} writes.
 *
 * @param installed methods that were installed
 * @param rejected methods that never will be
 * @param waiting methods whose turn had not come, or whose classes were not there
 * @param reasons what became of how many methods
 */
public record LoaderReport(int installed, int rejected, int waiting, List<Reason> reasons) {

  private static final String INSTALLED = "INSTALLED";
  private static final String CLASS_NOT_LOADED = "CLASS_NOT_LOADED";

  public LoaderReport {
    reasons = Reason.sorted(reasons);
  }

  /**
   * Reads a report.
   *
   * @throws BenchmarkException if it is none, or says that the image was not used
   * @throws IOException if it cannot be read
   */
  public static LoaderReport read(Path file) throws BenchmarkException, IOException {
    JsonFile json = JsonFile.read(file);
    if (!json.text("status").equals("used")) {
      throw new BenchmarkException("the image was not used: " + json.text("refusal"));
    }
    return new LoaderReport(
        json.count("installed"),
        json.count("rejected"),
        json.count("waiting"),
        json.reasons("reasons"));
  }

  /** Methods of the image of which all classes that they name were loaded in the run. */
  public int withLoadedClasses() {
    return installed
        + rejected
        + waiting
        - reasons.stream()
            .filter(reason -> reason.id().equals(CLASS_NOT_LOADED))
            .mapToInt(Reason::methods)
            .sum();
  }

  /** Of those the ones that are not installed, by reason. */
  public List<Reason> notInstalled() {
    return reasons.stream()
        .filter(reason -> !reason.id().equals(INSTALLED) && !reason.id().equals(CLASS_NOT_LOADED))
        .toList();
  }
}
