// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.format.trace.Branch;
import dev.preheat.format.trace.MethodProfile;
import dev.preheat.format.trace.TypeCounts;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * A profile while it is read. Keys are bytecode indices of the code that runs, which an agent may
 * have changed.
 */
record RunningProfile(
    SortedMap<Integer, Branch> branches,
    SortedMap<Integer, TypeCounts> types,
    SortedSet<Integer> nullSeen,
    SortedSet<Integer> exceptionSeen) {
  RunningProfile() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
  }

  boolean isEmpty() {
    return branches.isEmpty() && types.isEmpty() && nullSeen.isEmpty() && exceptionSeen.isEmpty();
  }

  /**
   * The same profile with the indices of the class file.
   *
   * @param codeLength length of the bytecode in the class file
   * @param original from a running index to the one in the class file, negative where there is none
   */
  MethodProfile mapTo(int codeLength, IntUnaryOperator original) {
    return new MethodProfile(
        codeLength,
        map(branches, original),
        map(types, original),
        map(nullSeen, original),
        map(exceptionSeen, original));
  }

  private static <T> SortedMap<Integer, T> map(
      SortedMap<Integer, T> values, IntUnaryOperator original) {
    TreeMap<Integer, T> mapped = new TreeMap<>();
    for (Map.Entry<Integer, T> entry : values.entrySet()) {
      int index = original.applyAsInt(entry.getKey());
      if (index >= 0) {
        mapped.put(index, entry.getValue());
      }
    }
    return mapped;
  }

  private static SortedSet<Integer> map(SortedSet<Integer> values, IntUnaryOperator original) {
    TreeSet<Integer> mapped = new TreeSet<>();
    for (int value : values) {
      int index = original.applyAsInt(value);
      if (index >= 0) {
        mapped.add(index);
      }
    }
    return mapped;
  }
}
