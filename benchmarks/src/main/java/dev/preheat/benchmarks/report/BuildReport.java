// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the compiler made of the traces: the report beside the image.
 *
 * @param traced methods that ran in the traces
 * @param compiled methods that are in the image
 * @param leftOut the others by reason
 */
public record BuildReport(int traced, int compiled, List<Reason> leftOut) {
  /** What is not worth compiling: class initialisers, which run once, and what the user says. */
  private static final Set<String> NOT_WANTED =
      Set.of("CLASS_INITIALIZER", "NOT_INCLUDED", "TOO_FEW_RUNS");

  /** Highest share of methods that may be left out for any other reason, in percent. */
  static final int MOST_LEFT_OUT = 2;

  public BuildReport {
    leftOut = Reason.sorted(leftOut);
  }

  /**
   * Reads the report of an image.
   *
   * @throws BenchmarkException if it is none
   * @throws IOException if it cannot be read
   */
  public static BuildReport ofImage(Path image) throws BenchmarkException, IOException {
    JsonFile json = JsonFile.read(image.resolveSibling(image.getFileName() + ".json"));
    return new BuildReport(json.count("traced"), json.count("compiled"), json.reasons("reasons"));
  }

  /** Methods that are left out for another reason than that nobody wants them. */
  int leftOutOfOthers() {
    return leftOut.stream()
        .filter(reason -> !NOT_WANTED.contains(reason.id()))
        .mapToInt(Reason::methods)
        .sum();
  }

  /**
   * Checks that the image has nearly all that it is to have.
   *
   * @throws BenchmarkException if it lacks too much
   */
  public void check() throws BenchmarkException {
    if (100L * leftOutOfOthers() > (long) MOST_LEFT_OUT * traced) {
      throw new BenchmarkException(
          String.format(
              Locale.ROOT,
              "%,d of %,d traced methods are left out of the image, class initialisers aside: more"
                  + " than %d %% (%s); the compiler's report beside the image names them",
              leftOutOfOthers(),
              traced,
              MOST_LEFT_OUT,
              leftOut.stream()
                  .map(reason -> reason.text() + " " + reason.methods())
                  .collect(Collectors.joining(", "))));
    }
  }
}
