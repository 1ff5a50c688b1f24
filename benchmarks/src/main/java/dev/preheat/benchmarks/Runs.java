// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import dev.preheat.benchmarks.process.MeasuredProcess;
import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.RunOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the program, each time in a fresh directory, and compares what it writes with what its first
 * run wrote: standard output, standard error, and every file in that directory.
 */
final class Runs {
  private static final String STDOUT = "stdout";
  private static final String STDERR = "stderr";
  private static final int MOST_CHARACTERS_SHOWN = 2_000;

  private final MeasuredProcess processes;
  private final Path work;
  private RunOutput expected;
  private int count;

  /**
   * Runs below a directory.
   *
   * @throws IOException if this process cannot measure others
   */
  Runs(Path work) throws IOException {
    this.processes = new MeasuredProcess();
    this.work = work;
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
    compared(name, words, Set.of(Path.of(STDERR)));
  }

  private Usage compared(String name, List<String> words, Set<Path> except)
      throws BenchmarkException, IOException, InterruptedException {
    Path directory = fresh();
    Usage usage = run(name, words, directory);
    RunOutput output = new RunOutput(directory);
    if (expected == null) {
      expected = output;
      return usage;
    }
    Optional<String> difference = expected.difference(output, except);
    if (difference.isPresent()) {
      throw new BenchmarkException(
          "the output of "
              + name
              + " is not that of the first run: "
              + difference.get()
              + ", see "
              + directory
              + " and "
              + expected.directory());
    }
    output.delete();
    return usage;
  }

  /**
   * Runs the program for what it leaves elsewhere; its output is not looked at.
   *
   * @throws BenchmarkException if it fails
   * @throws IOException if it cannot be run
   */
  void uncompared(String name, List<String> words)
      throws BenchmarkException, IOException, InterruptedException {
    Path directory = fresh();
    run(name, words, directory);
    new RunOutput(directory).delete();
  }

  /** Number of files that each run that is compared writes, its standard streams included. */
  int files() throws IOException {
    return expected.count();
  }

  private Path fresh() throws IOException {
    count++;
    return Files.createDirectories(work.resolve(Integer.toString(count)).resolve("files"))
        .getParent();
  }

  private Usage run(String name, List<String> words, Path directory)
      throws BenchmarkException, IOException, InterruptedException {
    Path out = directory.resolve(STDOUT);
    Path err = directory.resolve(STDERR);
    Usage usage =
        processes.run(new MeasuredProcess.Command(words, directory.resolve("files"), out, err));
    if (usage.exitCode() != 0) {
      throw new BenchmarkException(
          "the run of "
              + name
              + " ended with exit code "
              + usage.exitCode()
              + ", not 0:\n"
              + String.join(" ", words)
              + "\n"
              + end(out)
              + end(err));
    }
    return usage;
  }

  private static String end(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - MOST_CHARACTERS_SHOWN));
  }
}
