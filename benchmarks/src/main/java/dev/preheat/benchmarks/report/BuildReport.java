package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.BenchmarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the compiler made of the traces: the report beside the image.
 *
 * @param traced methods that ran in the traces
 * @param compiled methods that are in the image
 * @param leftOut the others by reason, sorted
 */
public record BuildReport(int traced, int compiled, Map<String, Integer> leftOut) {

  public BuildReport {
    leftOut = new TreeMap<>(leftOut);
  }

  /**
   * Reads the report of an image.
   *
   * @throws BenchmarkException if it is none
   * @throws IOException if it cannot be read
   */
  public static BuildReport ofImage(Path image) throws BenchmarkException, IOException {
    JsonFile json = JsonFile.read(image.resolveSibling(image.getFileName() + ".json"));
    return new BuildReport(
        json.count("traced"), json.count("compiled"), json.counts("leftOutByReason"));
  }
}
