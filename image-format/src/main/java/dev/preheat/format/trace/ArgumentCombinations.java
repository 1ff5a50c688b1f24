// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The combinations of run-time classes that a method was called with, and how often. Above {@link
 * #LIMIT} combinations there is only {@link ArgumentTypes#MANY} left, with the sum of the counts.
 *
 * @param counts invocations of each combination, in order
 */
public record ArgumentCombinations(SortedMap<ArgumentTypes, Long> counts) {
  /** How many combinations of a method are told apart. */
  public static final int LIMIT = 16;

  public ArgumentCombinations {
    TreeMap<ArgumentTypes, Long> bounded = new TreeMap<>();
    addAll(bounded, counts);
    counts = Sorted.copyOf(bounded);
  }

  /** Whether the combinations were too many to be told apart. */
  public boolean isMany() {
    return counts.containsKey(ArgumentTypes.MANY);
  }

  /** Both together. */
  public ArgumentCombinations merge(ArgumentCombinations other) {
    TreeMap<ArgumentTypes, Long> union = new TreeMap<>(counts);
    addAll(union, other.counts);
    return new ArgumentCombinations(union);
  }

  static void addAll(Map<ArgumentTypes, Long> counts, Map<ArgumentTypes, Long> others) {
    for (Map.Entry<ArgumentTypes, Long> entry : others.entrySet()) {
      add(counts, entry.getKey(), entry.getValue());
    }
  }

  /** Adds to counts that are within the limit, and keeps them there. */
  static void add(Map<ArgumentTypes, Long> counts, ArgumentTypes types, long count) {
    Counts.check(count);
    Long many = counts.get(ArgumentTypes.MANY);
    if (many != null) {
      counts.put(ArgumentTypes.MANY, Counts.add(many, count));
      return;
    }
    Long before = counts.get(types);
    counts.put(types, before == null ? count : Counts.add(before, count));
    if (counts.size() > LIMIT || counts.containsKey(ArgumentTypes.MANY)) {
      long sum = 0;
      for (long each : counts.values()) {
        sum = Counts.add(sum, each);
      }
      counts.clear();
      counts.put(ArgumentTypes.MANY, sum);
    }
  }
}
