// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.report.Statistics;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many methods the JIT compiled, by tier, and how many were made not entrant, whoever compiled
 * them.
 */
public record JitCounts(double tier1, double tier2, double tier3, double tier4, double notEntrant) {
  /** File that the JVM's log goes to, in the directory of the run. */
  public static final String FILE = "jit.log";

  /** The option that has the JVM write it, as {@code CompileTask::print_impl} does. */
  public static final String OPTION = "-Xlog:jit+compilation=debug:file=" + FILE + ":none";

  /** Number, five flags, tier, method, size (src/hotspot/share/compiler/compileTask.cpp). */
  private static final Pattern LINE = Pattern.compile(" *\\d+ .{5} ([1-4]) +\\S+.*\\)(.*)");

  private static final String NOT_ENTRANT = "made not entrant";
  private static final int TIERS = 4;

  /** Counts the lines of a log. */
  public static JitCounts of(List<String> lines) {
    int[] tiers = new int[TIERS + 1];
    int notEntrant = 0;
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (line.contains(NOT_ENTRANT)) {
        notEntrant++;
      } else if (matcher.matches()) {
        tiers[Integer.parseInt(matcher.group(1))]++;
      }
    }
    return new JitCounts(tiers[1], tiers[2], tiers[3], tiers[4], notEntrant);
  }

  /** The median of each count. */
  static JitCounts median(List<JitCounts> all) {
    return new JitCounts(
        median(all, JitCounts::tier1),
        median(all, JitCounts::tier2),
        median(all, JitCounts::tier3),
        median(all, JitCounts::tier4),
        median(all, JitCounts::notEntrant));
  }

  private static double median(List<JitCounts> all, Function<JitCounts, Double> count) {
    return Statistics.median(all.stream().map(count).toList());
  }
}
