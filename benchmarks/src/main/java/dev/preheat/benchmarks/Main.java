// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;

/** Runs a benchmark, prints its table and writes its results. */
public final class Main {
  private static final int EXIT_FAILURE = 1;

  private Main() {}

  /**
   * Runs a benchmark.
   *
   * @param words name, build directory, work directory, results directory, rounds, arguments
   * @throws InterruptedException if the run is to end
   */
  public static void main(String[] words) throws InterruptedException {
    try {
      Outcome outcome = new Benchmark(Settings.of(words), System.out::println).run();
      outcome.write();
      System.out.println();
      outcome.lines().forEach(System.out::println);
      System.out.println();
      System.out.println("Written to " + outcome.settings().results());
    } catch (BenchmarkException | IOException | IllegalStateException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(EXIT_FAILURE);
    }
  }
}
