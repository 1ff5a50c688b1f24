// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Immutable sorted collections in natural order, whatever order the original has. */
final class Sorted {
  private Sorted() {}

  static <T extends Comparable<? super T>> SortedSet<T> copyOf(Collection<T> elements) {
    return elements.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(elements));
  }

  static <K extends Comparable<? super K>, V> SortedMap<K, V> copyOf(Map<K, V> entries) {
    return entries.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  static <T extends Comparable<? super T>> SortedSet<T> union(
      Collection<T> some, Collection<T> others) {
    TreeSet<T> union = new TreeSet<>(some);
    union.addAll(others);
    return union;
  }
}
