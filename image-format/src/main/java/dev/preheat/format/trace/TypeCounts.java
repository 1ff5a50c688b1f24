// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The classes of the objects seen at a call or type check.
 *
 * @param counts how often each of the recorded classes was seen
 * @param other how often a class was seen that is not recorded
 */
public record TypeCounts(SortedMap<ClassId, Long> counts, long other) {
  public TypeCounts {
    counts = Sorted.copyOf(counts);
    for (long count : counts.values()) {
      Counts.check(count);
    }
    Counts.check(other);
  }

  TypeCounts merge(TypeCounts others) {
    TreeMap<ClassId, Long> sum = new TreeMap<>(counts);
    for (Map.Entry<ClassId, Long> entry : others.counts.entrySet()) {
      Long before = sum.get(entry.getKey());
      long added = entry.getValue();
      sum.put(entry.getKey(), before == null ? added : Counts.add(before, added));
    }
    return new TypeCounts(sum, Counts.add(other, others.other));
  }
}
