// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All sides of a workload.
 *
 * @param figures in the order of the table
 */
public record Comparison(Workload workload, Map<Side, Figures> figures) {

  public Comparison {
    figures = new LinkedHashMap<>(figures);
  }

  /**
   * Compares the runs of all sides, of which each has as many.
   *
   * @throws BenchmarkException if a run is too short
   */
  public static Comparison of(Workload workload, Map<Side, List<Run>> runs)
      throws BenchmarkException {
    Map<Side, Figures> alone = new LinkedHashMap<>();
    for (Map.Entry<Side, List<Run>> entry : runs.entrySet()) {
      alone.put(entry.getKey(), Figures.of(entry.getValue(), runs.get(Side.PLAIN)));
    }
    Map<Side, Figures> figures = new LinkedHashMap<>();
    alone.forEach(
        (side, own) -> {
          Optional<Figures> aot = side.aotCache().map(alone::get);
          figures.put(side, aot.map(own::against).orElse(own));
        });
    return new Comparison(workload, figures);
  }
}
