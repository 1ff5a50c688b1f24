// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.meter;

/**
 * A workload of one thread that does one thing: some ten to some hundred microseconds once it is
 * compiled, so that reading the clock after each does not count.
 */
public interface Operation extends Workload {

  /**
   * Does it once.
   *
   * @param seed what the input depends on, from 0 to {@link Meter#SEEDS}, exclusive
   * @return what the meter compares: it depends on all that was computed, and on nothing but the
   *     seed
   * @throws Exception if it cannot be done
   */
  long once(int seed) throws Exception;

  @Override
  default void run(Meter meter) throws Exception {
    int seed = 0;
    while (meter.done(seed, once(seed))) {
      seed = (seed + 1) % Meter.SEEDS;
    }
  }
}
