// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same for as long as one likes; the profile {@code stress} runs it. */
class LongStress {
  private static final int SEEDS = 128;
  private static final int MINIMUM_INVOCATIONS = 10;
  private static final int FEWEST_INSTALLED = 3_000;

  /** After that long a new JVM starts: most code of the image has been taken out by then. */
  private static final long LONGEST_LEG_MINUTES = 10;

  private static final Amount VERIFIED_ROUNDS = Amount.rounds(600);

  private final StressResults results =
      new StressResults(Path.of(System.getProperty("preheat.stress.results")));

  @Test
  void everyResultIsRight() throws Exception {
    List<Collector> collectors = Collector.list(System.getProperty("preheat.stress.collectors"));
    long minutes = Long.getLong("preheat.stress.minutes");
    StressProgram program = StressProgram.compile("stress-long", SEEDS, MINIMUM_INVOCATIONS);
    Map<Collector, Future<?>> running = new TreeMap<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(Integer.getInteger("preheat.stress.at.once"))) {
      for (Collector collector : collectors) {
        running.put(collector, executor.submit(() -> run(program, collector, minutes)));
      }
    }
    for (Future<?> each : running.values()) {
      each.get();
    }
    for (StressResult result : results.all()) {
      assertEquals(List.of(), result.failures(), result::row);
      assertEquals(result.collector().hasCode(), result.refusal().isEmpty(), result::refusal);
      assertEquals(result.collector().hasCode(), result.isInstalled(FEWEST_INSTALLED), result::row);
      assertFalse(result.collector().hasCode() && result.invalidated().isEmpty(), result::row);
    }
  }

  /** In turn with all methods installed before the start, and beside the running program. */
  private Void run(StressProgram program, Collector collector, long minutes) throws Exception {
    List<List<String>> ways = new ArrayList<>(List.of(List.of()));
    if (collector.hasCode()) {
      ways.add(program.withCache(collector));
    }
    long left = minutes;
    for (int leg = 0; left > 0; leg++) {
      Amount amount = Amount.minutes(Math.min(left, LONGEST_LEG_MINUTES));
      List<String> way = ways.get(leg % ways.size());
      results.add(program.run(collector + "-" + leg, collector, amount, way));
      left -= amount.count();
    }
    results.add(
        program.run(collector + "-verified", collector, VERIFIED_ROUNDS, StressProgram.VERIFIED));
    return null;
  }
}
