// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

import dev.preheat.conformance.harness.Run;
import dev.preheat.format.Json;
import dev.preheat.testkit.LoaderReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a run of the program did, or several runs together.
 *
 * @param collector of the JVM
 * @param minutes it ran, 0 where rounds were counted
 * @param rounds of work
 * @param installed methods; of several runs the fewest
 * @param rejected methods; of several runs the most
 * @param invalidated methods that were installed and later taken out by the JVM
 * @param loaders that were dropped, all of which were collected
 * @param redefinitions of classes by the agent
 * @param collections that were asked for
 * @param refusal why the image was not used at all, empty if it was
 * @param failures wrong results and crashes, with what was printed
 */
record StressResult(
    Collector collector,
    long minutes,
    long rounds,
    int installed,
    int rejected,
    SortedSet<String> invalidated,
    long loaders,
    long redefinitions,
    long collections,
    String refusal,
    List<String> failures) {
  private static final int MOST_CHARACTERS_SHOWN = 6_000;

  /** The loader does not want what the JIT has compiled, while rounds run beside it. */
  private static final double HIGHEST_SHARE_OF_REJECTED = 0.05;

  /** The names of the columns of {@link #row}. */
  static final String HEAD =
      String.format(
          "%-10s %8s %12s %10s %9s %12s %9s %14s %12s %9s",
          "collector",
          "minutes",
          "rounds",
          "installed",
          "rejected",
          "invalidated",
          "loaders",
          "redefinitions",
          "collections",
          "failures");

  /** Of a run, which may have ended before its loader could report. */
  static StressResult of(Collector collector, Amount amount, Run run, Path directory)
      throws IOException {
    Map<String, Long> counts = counts(run.output());
    LoaderReport report = run.report();
    return new StressResult(
        collector,
        amount.inMinutes(),
        counts.getOrDefault("rounds", 0L),
        report == null ? 0 : report.installed(),
        report == null ? 0 : report.rejected(),
        report == null ? new TreeSet<>() : report.invalidated(),
        counts.getOrDefault("loaders", 0L),
        counts.getOrDefault("redefinitions", 0L),
        counts.getOrDefault("collections", 0L),
        report == null ? "" : report.reason(),
        failures(run, directory));
  }

  /** This run and a later one under the same collector. */
  StressResult and(StressResult later) {
    SortedSet<String> methods = new TreeSet<>(invalidated);
    methods.addAll(later.invalidated);
    List<String> all = new ArrayList<>(failures);
    all.addAll(later.failures);
    return new StressResult(
        collector,
        minutes + later.minutes,
        rounds + later.rounds,
        Math.min(installed, later.installed),
        Math.max(rejected, later.rejected),
        methods,
        loaders + later.loaders,
        redefinitions + later.redefinitions,
        collections + later.collections,
        refusal,
        all);
  }

  /** Whether nearly all methods that were reached were installed, and enough of them. */
  boolean isInstalled(int fewest) {
    return installed >= fewest && rejected <= HIGHEST_SHARE_OF_REJECTED * installed;
  }

  /** From the last line that the program printed of what it has done. */
  private static Map<String, Long> counts(String output) {
    Map<String, Long> counts = new HashMap<>();
    for (String line : output.lines().filter(each -> each.startsWith("rounds=")).toList()) {
      for (String word : line.split(" ", -1)) {
        int equals = word.indexOf('=');
        counts.put(word.substring(0, equals), Long.valueOf(word.substring(equals + 1)));
      }
    }
    return counts;
  }

  private static List<String> failures(Run run, Path directory) throws IOException {
    List<String> failures = new ArrayList<>();
    if (run.exitCode() != 0 || run.report() == null) {
      String printed = run.output() + run.errors();
      failures.add(
          "exit code "
              + run.exitCode()
              + ": "
              + printed.substring(Math.max(0, printed.length() - MOST_CHARACTERS_SHOWN)));
    }
    try (Stream<Path> files = Files.list(directory)) {
      files
          .map(Path::toString)
          .filter(name -> name.contains("hs_err"))
          .sorted()
          .forEach(failures::add);
    }
    return failures;
  }

  Json json() {
    return Json.object()
        .with("collector", collector.name())
        .with("minutes", minutes)
        .with("rounds", rounds)
        .with("installed", installed)
        .with("rejected", rejected)
        .with("invalidated", invalidated.size())
        .with("loaders", loaders)
        .with("redefinitions", redefinitions)
        .with("collections", collections)
        .with("failures", failures.size());
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "%-10s %,8d %,12d %,10d %,9d %,12d %,9d %,14d %,12d %,9d",
        collector,
        minutes,
        rounds,
        installed,
        rejected,
        invalidated.size(),
        loaders,
        redefinitions,
        collections,
        failures.size());
  }
}
