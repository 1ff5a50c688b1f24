// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The JVM's profile of a method. Keys are bytecode indices in the class file on the class path,
 * never in what an agent made of it.
 *
 * @param codeLength length of the bytecode in bytes, 1 to 65535: what the indices refer to
 * @param branches conditional branches
 * @param types calls and type checks
 * @param nullSeen where null was seen
 * @param exceptionSeen where an exception was seen
 */
public record MethodProfile(
    int codeLength,
    SortedMap<Integer, Branch> branches,
    SortedMap<Integer, TypeCounts> types,
    SortedSet<Integer> nullSeen,
    SortedSet<Integer> exceptionSeen) {
  /** The largest {@code code_length} that a method can have (JVMS 4.7.3). */
  public static final int MAXIMUM_CODE_LENGTH = 65535;

  public MethodProfile {
    if (codeLength < 1 || codeLength > MAXIMUM_CODE_LENGTH) {
      throw new IllegalArgumentException("no length of bytecode: " + codeLength);
    }
    branches = Sorted.copyOf(branches);
    types = Sorted.copyOf(types);
    nullSeen = Sorted.copyOf(nullSeen);
    exceptionSeen = Sorted.copyOf(exceptionSeen);
    checkIndices(branches.keySet(), codeLength);
    checkIndices(types.keySet(), codeLength);
    checkIndices(nullSeen, codeLength);
    checkIndices(exceptionSeen, codeLength);
  }

  /**
   * Both together; where the bytecode has another length, so that it cannot be the same method, the
   * longer one.
   */
  MethodProfile merge(MethodProfile other) {
    if (codeLength != other.codeLength) {
      return codeLength > other.codeLength ? this : other;
    }
    TreeMap<Integer, Branch> allBranches = new TreeMap<>(branches);
    for (Map.Entry<Integer, Branch> entry : other.branches.entrySet()) {
      Branch before = branches.get(entry.getKey());
      Branch added = entry.getValue();
      allBranches.put(entry.getKey(), before == null ? added : before.merge(added));
    }
    TreeMap<Integer, TypeCounts> allTypes = new TreeMap<>(types);
    for (Map.Entry<Integer, TypeCounts> entry : other.types.entrySet()) {
      TypeCounts before = types.get(entry.getKey());
      TypeCounts added = entry.getValue();
      allTypes.put(entry.getKey(), before == null ? added : before.merge(added));
    }
    return new MethodProfile(
        codeLength,
        allBranches,
        allTypes,
        Sorted.union(nullSeen, other.nullSeen),
        Sorted.union(exceptionSeen, other.exceptionSeen));
  }

  private static void checkIndices(Iterable<Integer> indices, int codeLength) {
    for (int index : indices) {
      if (index < 0 || index >= codeLength) {
        throw new IllegalArgumentException(
            "bytecode index " + index + " in a method of " + codeLength + " bytes");
      }
    }
  }
}
