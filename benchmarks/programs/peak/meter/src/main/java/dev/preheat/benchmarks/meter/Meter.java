// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.meter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts operations over time and compares their results.
 *
 * <p>Nothing is printed, allocated or loaded while it counts: that would be measured, too. Times
 * are those of {@link System#nanoTime}, which on Linux is the system's monotonic clock ({@code
 * os::javaTimeNanos}, src/hotspot/os/posix/os_posix.cpp). So whoever started this process can tell
 * how long after its start they are, and this process does not have to ask when that was.
 */
public final class Meter {
  /** How many inputs an operation has. */
  public static final int SEEDS = 16;

  private static final long SAMPLE_NANOS = 10_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final long endNanos;
  private final long mostOperations;
  private final long[] times;
  private final long[] counts;
  private final long[] results = new long[SEEDS];
  private final boolean[] known = new boolean[SEEDS];
  private int samples;
  private long operations;
  private long nextSample;

  private Meter(double seconds, long mostOperations) {
    int capacity = 3 + (int) (seconds * NANOS_PER_SECOND / SAMPLE_NANOS);
    this.times = new long[capacity];
    this.counts = new long[capacity];
    this.mostOperations = mostOperations;
    // A page that is touched for the first time costs; not while it counts.
    Arrays.fill(times, 1);
    Arrays.fill(counts, 1);
    long now = System.nanoTime();
    this.endNanos = now + (long) (seconds * NANOS_PER_SECOND);
    sample(now);
  }

  /** A meter that has seen enough after a time from now on. */
  public static Meter forSeconds(double seconds) {
    return new Meter(seconds, Long.MAX_VALUE);
  }

  /** A meter that has seen enough after so many operations. */
  public static Meter forOperations(long count) {
    return new Meter(0, count);
  }

  /**
   * Counts an operation that has ended.
   *
   * @param seed its input
   * @param result what it computed
   * @return whether there is to be another
   * @throws IllegalStateException if the same input gave another result before
   */
  public synchronized boolean done(int seed, long result) {
    check(seed, result);
    operations++;
    if (mostOperations != Long.MAX_VALUE) {
      return operations < mostOperations;
    }
    long now = System.nanoTime();
    boolean more = now - endNanos < 0;
    if ((now - nextSample >= 0 || !more) && samples < times.length) {
      sample(now);
    }
    return more;
  }

  /** How many operations have ended. */
  public synchronized long operations() {
    return operations;
  }

  /**
   * What was counted: {@code sample <nanoseconds> <operations>} says how many operations had ended
   * by a time, {@code result <seed> <number>} what an input gave.
   */
  public synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      lines.add("sample " + times[i] + " " + counts[i]);
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      if (known[seed]) {
        lines.add("result " + seed + " " + results[seed]);
      }
    }
    return lines;
  }

  private void check(int seed, long result) {
    if (!known[seed]) {
      known[seed] = true;
      results[seed] = result;
    } else if (results[seed] != result) {
      throw new IllegalStateException(
          "operation " + operations + ": " + result + ", but " + results[seed] + " before");
    }
  }

  private void sample(long now) {
    times[samples] = now;
    counts[samples] = operations;
    samples++;
    nextSample = now + SAMPLE_NANOS;
  }
}
