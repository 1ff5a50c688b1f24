// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import java.util.Collection;
import java.util.List;

/** Figures of several runs. */
public final class Statistics {
  private Statistics() {}

  /**
   * The value in the middle; of an even number of values the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there are no values
   */
  public static double median(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values have no median");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
