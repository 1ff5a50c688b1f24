// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param name of the program, for people
 * @param buildDirectory of a project that Preheat has built, with an AOT cache
 * @param work directory for what the runs write; what was there is lost
 * @param results directory for the results
 * @param rounds how many runs of each variant count, at least 5
 * @param arguments of the program; it writes into the directory it is run in
 */
public record Settings(
    String name, Path buildDirectory, Path work, Path results, int rounds, List<String> arguments) {

  private static final int FEWEST_ROUNDS = 5;
  private static final int WORDS = 6;
  private static final String USAGE =
      "usage: Main <name> <build directory> <work directory> <results directory> <rounds> "
          + "<arguments of the program, separated by commas>";

  public Settings {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a command line.
   *
   * @throws BenchmarkException if it is none
   */
  static Settings of(String[] words) throws BenchmarkException {
    if (words.length != WORDS) {
      throw new BenchmarkException(WORDS + " words are needed, not " + words.length + ": " + USAGE);
    }
    return new Settings(
        words[0],
        path(words[1]),
        path(words[2]),
        path(words[3]),
        rounds(words[4]),
        words[5].isEmpty() ? List.of() : List.of(words[5].split(",", -1)));
  }

  private static Path path(String word) {
    return Path.of(word).toAbsolutePath().normalize();
  }

  private static int rounds(String word) throws BenchmarkException {
    int rounds;
    try {
      rounds = Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new BenchmarkException("'" + word + "' is no number of rounds: take 5 or more");
    }
    if (rounds < FEWEST_ROUNDS) {
      throw new BenchmarkException(
          rounds + " rounds are too few for a median: take " + FEWEST_ROUNDS + " or more");
    }
    return rounds;
  }
}
