// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import dev.preheat.benchmarks.peak.curve.Workload;
import dev.preheat.benchmarks.program.BenchmarkException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param builds directory with the programs as they were built, by training
 * @param work directory for what the runs write; what was there is lost
 * @param results directory for the results
 * @param rounds how many runs of each side count
 * @param seconds how long a run of a program takes
 * @param kernelSeconds how long a run of a kernel takes
 * @param programs that were built
 * @param only patterns of the names of workloads and programs that run
 */
record PeakSettings(
    Path builds,
    Path work,
    Path results,
    int rounds,
    int seconds,
    int kernelSeconds,
    List<String> programs,
    List<String> only) {

  private static final int WORDS = 8;
  private static final int SHORTEST_SECONDS = 3;
  private static final String USAGE =
      "usage: Main <directory of builds> <work directory> <results directory> <rounds> "
          + "<seconds of a program> <seconds of a kernel> <programs> <patterns>, lists with commas";

  PeakSettings {
    programs = List.copyOf(programs);
    only = List.copyOf(only);
  }

  /**
   * Reads a command line.
   *
   * @throws BenchmarkException if it is none
   */
  static PeakSettings of(String[] words) throws BenchmarkException {
    if (words.length != WORDS) {
      throw new BenchmarkException(WORDS + " words are needed, not " + words.length + ": " + USAGE);
    }
    return new PeakSettings(
        path(words[0]),
        path(words[1]),
        path(words[2]),
        number(words[3], "rounds", 1),
        number(words[4], "seconds", SHORTEST_SECONDS),
        number(words[5], "seconds", SHORTEST_SECONDS),
        List.of(words[6].split(",", -1)),
        List.of(words[7].split(",", -1)));
  }

  private static Path path(String word) {
    return Path.of(word).toAbsolutePath().normalize();
  }

  private static int number(String word, String of, int least) throws BenchmarkException {
    try {
      int number = Integer.parseInt(word);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BenchmarkException(
        "'" + word + "' is no number of " + of + ": take " + least + " or more");
  }

  /** The workload of a name; how long it takes depends on the program. */
  Workload workload(String program, String name) {
    return new Workload(program, name, Workload.isKernel(program) ? kernelSeconds : seconds);
  }

  /** Whether a workload runs. */
  boolean isWanted(Workload workload) {
    return only.stream()
        .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
        .anyMatch(
            matcher ->
                matcher.matches(Path.of(workload.name()))
                    || matcher.matches(Path.of(workload.program())));
  }
}
