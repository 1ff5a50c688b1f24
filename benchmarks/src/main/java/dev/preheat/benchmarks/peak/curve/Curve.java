// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.report.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many operations had ended at which time since the process was started. */
public final class Curve {
  /** Length of a window, in seconds. */
  public static final double WINDOW = 0.25;

  /** A rate is reached where it holds for so long, in seconds. */
  private static final double HOLDS = 1;

  /** Share of the run, at its end, that is taken for level. */
  private static final int LEVEL_PART = 3;

  private static final double NANOS_PER_SECOND = 1e9;

  private final double[] seconds;
  private final long[] operations;
  private final Map<Integer, Long> results;

  private Curve(double[] seconds, long[] operations, Map<Integer, Long> results) {
    this.seconds = seconds;
    this.operations = operations;
    this.results = results;
  }

  /**
   * Reads what a program printed.
   *
   * @param startNanos when its process was started, by the clock that it prints
   * @throws BenchmarkException if it printed something else
   */
  public static Curve of(List<String> lines, long startNanos) throws BenchmarkException {
    List<long[]> samples = new ArrayList<>();
    Map<Integer, Long> results = new TreeMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      try {
        switch (words[0]) {
          case "sample" -> samples.add(new long[] {number(words, 1), number(words, 2)});
          case "result" -> results.put(Math.toIntExact(number(words, 1)), number(words, 2));
          default -> throw new NumberFormatException();
        }
      } catch (NumberFormatException e) {
        throw new BenchmarkException("'" + line + "' is no line of a program's curve");
      }
    }
    if (samples.size() < 2) {
      throw new BenchmarkException(
          samples.size() + " samples are no curve: the program did not do anything");
    }
    double[] seconds = new double[samples.size()];
    long[] operations = new long[samples.size()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = (samples.get(i)[0] - startNanos) / NANOS_PER_SECOND;
      operations[i] = samples.get(i)[1];
    }
    check(seconds, operations);
    return new Curve(seconds, operations, results);
  }

  private static long number(String[] words, int at) {
    if (words.length != 3) {
      throw new NumberFormatException();
    }
    return Long.parseLong(words[at]);
  }

  private static void check(double[] seconds, long[] operations) throws BenchmarkException {
    boolean ascending = seconds[0] >= 0;
    for (int i = 1; i < seconds.length; i++) {
      ascending &= seconds[i] > seconds[i - 1] && operations[i] >= operations[i - 1];
    }
    if (!ascending) {
      throw new BenchmarkException(
          "the times of a program's curve do not ascend from its start: it has another clock");
    }
  }

  /** What each input gave. */
  public Map<Integer, Long> results() {
    return results;
  }

  /** How many operations ended in all. */
  public long operations() {
    return operations[operations.length - 1];
  }

  /** Operations that ended by a time: between two samples there is a straight line. */
  private double operationsBy(double second) {
    int at = Arrays.binarySearch(seconds, second);
    if (at >= 0) {
      return operations[at];
    }
    int next = -at - 1;
    if (next == 0) {
      return 0;
    }
    if (next == seconds.length) {
      return operations[next - 1];
    }
    double part = (second - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
    return operations[next - 1] + part * (operations[next] - operations[next - 1]);
  }

  /** Operations a second between two times. */
  double rate(double from, double to) {
    return (operationsBy(to) - operationsBy(from)) / (to - from);
  }

  /** Operations a second in each whole window from the start of the process on. */
  public double[] windows() {
    double[] rates = new double[(int) (seconds[seconds.length - 1] / WINDOW)];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = rate(i * WINDOW, (i + 1) * WINDOW);
    }
    return rates;
  }

  /**
   * Operations a second when it is level: the median window of the last third of the run.
   *
   * @throws BenchmarkException if the run is too short or too slow for that
   */
  public double level() throws BenchmarkException {
    double[] rates = windows();
    if (rates.length < LEVEL_PART) {
      throw new BenchmarkException(
          "a curve of " + rates.length + " windows has no level: let it run longer");
    }
    List<Double> last = new ArrayList<>();
    for (int i = rates.length - rates.length / LEVEL_PART; i < rates.length; i++) {
      last.add(rates[i]);
    }
    double level = Statistics.median(last);
    if (level <= 0) {
      throw new BenchmarkException(
          "no operation ended in most windows of a run: its operations take too long");
    }
    return level;
  }

  /**
   * Seconds from the start until a rate is reached: it holds for the next window and for the next
   * second. Infinite if it never does.
   */
  public double secondsTo(double rate) {
    double end = seconds[seconds.length - 1];
    for (double from : seconds) {
      if (from + HOLDS > end) {
        break;
      }
      if (rate(from, from + WINDOW) >= rate && rate(from, from + HOLDS) >= rate) {
        return from;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
