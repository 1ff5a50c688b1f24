// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;

/** Measures programs over time, prints the tables and writes the results. */
public final class Main {
  private static final int EXIT_FAILURE = 1;

  private Main() {}

  /**
   * Runs the benchmark.
   *
   * @param words see {@link PeakSettings}
   * @throws InterruptedException if the run is to end
   */
  public static void main(String[] words) throws InterruptedException {
    try {
      PeakSettings settings = PeakSettings.of(words);
      PeakOutcome outcome = new PeakBenchmark(settings, System.out::println).run();
      System.out.println();
      outcome.lines().forEach(System.out::println);
      System.out.println();
      System.out.println("Written to " + settings.results());
    } catch (BenchmarkException | IOException | IllegalStateException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(EXIT_FAILURE);
    }
  }
}
