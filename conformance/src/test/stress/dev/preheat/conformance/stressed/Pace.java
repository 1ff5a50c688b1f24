// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a run is. Whoever disturbs the work does so every so many rounds, and a run that is
 * measured in rounds goes on until all have done their part.
 */
final class Pace {
  private static final long NEVER = Long.MAX_VALUE;

  private final long leastRounds;
  private final long lastNanos;
  private final long start = System.nanoTime();
  private final List<Beat> beats = new ArrayList<>();
  private long rounds;
  private boolean isStopped;

  private Pace(long leastRounds, long lastNanos) {
    this.leastRounds = leastRounds;
    this.lastNanos = lastNanos;
  }

  /** So many {@code rounds} or {@code minutes}. */
  static Pace of(String unit, long count) {
    return switch (unit) {
      case "rounds" -> new Pace(count, NEVER);
      case "minutes" -> new Pace(0, Duration.ofMinutes(count).toNanos());
      default -> throw new IllegalArgumentException("no unit: " + unit);
    };
  }

  /** Something that happens every so many rounds. */
  final class Beat {
    private final long every;
    private long lastRound;
    private long count;

    private Beat(long every) {
      this.every = every;
    }

    /** Waits for the next time; false when the run is over. */
    boolean await() throws InterruptedException {
      synchronized (Pace.this) {
        while (!isOver() && rounds < lastRound + every) {
          Pace.this.wait();
        }
        lastRound = rounds;
        return !isOver();
      }
    }

    /** It has happened. */
    void done() {
      synchronized (Pace.this) {
        count++;
        Pace.this.notifyAll();
      }
    }

    private boolean isBehind() {
      return count < leastRounds / every;
    }
  }

  /** Something that has to happen, once for each of so many rounds, before the run is over. */
  synchronized Beat every(long rounds) {
    Beat beat = new Beat(rounds);
    beats.add(beat);
    return beat;
  }

  /** Counts a round. */
  synchronized void roundDone() {
    rounds++;
    notifyAll();
  }

  synchronized long rounds() {
    return rounds;
  }

  /** Ends the run. */
  synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  /** Whether enough has been done. */
  synchronized boolean isOver() {
    return isStopped
        || (lastNanos == NEVER
            ? rounds >= leastRounds && beats.stream().noneMatch(Beat::isBehind)
            : System.nanoTime() - start >= lastNanos);
  }
}
