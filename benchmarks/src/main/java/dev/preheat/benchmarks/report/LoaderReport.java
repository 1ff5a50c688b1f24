package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of an image in one run: what {@code -Dpreheat.report=<file>} writes.
 *
 * @param installed methods that were installed
 * @param rejected methods that never will be
 * @param waiting methods whose turn had not come, or whose classes were not there
 * @param reasons methods by what became of them, in the loader's words
 */
public record LoaderReport(int installed, int rejected, int waiting, Map<String, Integer> reasons) {

  private static final String INSTALLED = "installed";
  private static final String CLASS_NOT_LOADED = "class not loaded";

  public LoaderReport {
    reasons = Map.copyOf(reasons);
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
      throw new BenchmarkException("the image was not used: " + json.text("reason"));
    }
    return new LoaderReport(
        json.count(INSTALLED),
        json.count("rejected"),
        json.count("waiting"),
        json.counts("reasons"));
  }

  /** Methods of the image of which all classes that they name were loaded in the run. */
  public int withLoadedClasses() {
    return installed + rejected + waiting - reasons.getOrDefault(CLASS_NOT_LOADED, 0);
  }

  /** Of those the ones that are not installed, by reason, sorted. */
  public Map<String, Integer> notInstalled() {
    Map<String, Integer> rest = new TreeMap<>(reasons);
    rest.remove(INSTALLED);
    rest.remove(CLASS_NOT_LOADED);
    return rest;
  }
}
