// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

import dev.preheat.benchmarks.process.MeasuredProcess;
import dev.preheat.benchmarks.process.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs, each time in a fresh directory, and checks that they end well. */
public final class FreshRuns {
  /** File of a run's standard output. */
  public static final String STDOUT = "stdout";

  /** File of a run's standard error. */
  public static final String STDERR = "stderr";

  /** Directory that a program is run in. */
  public static final String FILES = "files";

  private static final int MOST_CHARACTERS_SHOWN = 2_000;

  private final MeasuredProcess processes;
  private final Path work;
  private int count;

  /**
   * A run that has ended with exit code 0.
   *
   * @param directory with its standard streams and what it wrote
   */
  public record Run(Usage usage, Path directory) {}

  /**
   * Runs below a directory.
   *
   * @throws IOException if this process cannot measure others
   */
  public FreshRuns(Path work) throws IOException {
    this.processes = new MeasuredProcess();
    this.work = work;
  }

  /**
   * Runs a program to its end.
   *
   * @param name of the variant, for messages
   * @throws BenchmarkException if it fails
   * @throws IOException if it cannot be run
   */
  public Run run(String name, List<String> words)
      throws BenchmarkException, IOException, InterruptedException {
    count++;
    Path directory = work.resolve(Integer.toString(count));
    Path files = Files.createDirectories(directory.resolve(FILES));
    Path out = directory.resolve(STDOUT);
    Path err = directory.resolve(STDERR);
    Usage usage = processes.run(new MeasuredProcess.Command(words, files, out, err));
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
    return new Run(usage, directory);
  }

  private static String end(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - MOST_CHARACTERS_SHOWN));
  }
}
