// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.FreshRuns;
import dev.preheat.benchmarks.program.RunOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the program, each time in a fresh directory, and compares what it writes with what its first
 * run wrote: standard output, standard error, and every file in that directory.
 */
final class Runs {
  private final FreshRuns runs;
  private RunOutput expected;

  /**
   * Runs below a directory.
   *
   * @throws IOException if this process cannot measure others
   */
  Runs(Path work) throws IOException {
    this.runs = new FreshRuns(work);
  }

  /**
   * Runs the program and compares its output.
   *
   * @param name of the variant, for messages
   * @throws BenchmarkException if it fails or its output differs
   * @throws IOException if it cannot be run
   */
  Usage compared(String name, List<String> words)
      throws BenchmarkException, IOException, InterruptedException {
    return compared(name, words, Set.of());
  }

  /**
   * The same where the loader is to report, which it does on standard error as well.
   *
   * @throws BenchmarkException if it fails or its output differs
   * @throws IOException if it cannot be run
   */
  void reporting(String name, List<String> words)
      throws BenchmarkException, IOException, InterruptedException {
    compared(name, words, Set.of(Path.of(FreshRuns.STDERR)));
  }

  private Usage compared(String name, List<String> words, Set<Path> except)
      throws BenchmarkException, IOException, InterruptedException {
    FreshRuns.Run run = runs.run(name, words);
    RunOutput output = new RunOutput(run.directory());
    if (expected == null) {
      expected = output;
      return run.usage();
    }
    Optional<String> difference = expected.difference(output, except);
    if (difference.isPresent()) {
      throw new BenchmarkException(
          "the output of "
              + name
              + " is not that of the first run: "
              + difference.get()
              + ", see "
              + run.directory()
              + " and "
              + expected.directory());
    }
    output.delete();
    return run.usage();
  }

  /**
   * Runs the program for what it leaves elsewhere; its output is not looked at.
   *
   * @throws BenchmarkException if it fails
   * @throws IOException if it cannot be run
   */
  void uncompared(String name, List<String> words)
      throws BenchmarkException, IOException, InterruptedException {
    new RunOutput(runs.run(name, words).directory()).delete();
  }

  /** Number of files that each run that is compared writes, its standard streams included. */
  int files() throws IOException {
    return expected.count();
  }
}
