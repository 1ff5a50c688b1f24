// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What one JVM or, merged, several JVMs did. Immutable and sorted. Merging is commutative and
 * associative; {@link #empty()} changes nothing. Methods without an argument combination or without
 * a reference are not in those maps.
 *
 * @param jvms where it was recorded
 * @param classes what was loaded
 * @param methods what ran
 * @param arguments run-time classes of receiver and arguments
 * @param references the constant-pool entries of each method that were resolved
 * @param profiles the JVM's own profiles
 */
public record Trace(
    SortedSet<Jvm> jvms,
    SortedMap<ClassId, ClassRecord> classes,
    SortedMap<MethodId, Invocations> methods,
    SortedMap<MethodId, ArgumentCombinations> arguments,
    SortedMap<MethodId, SortedSet<SymbolicReference>> references,
    SortedMap<MethodId, MethodProfile> profiles) {
  public Trace {
    jvms = Sorted.copyOf(jvms);
    classes = Sorted.copyOf(classes);
    methods = Sorted.copyOf(methods);
    arguments = copyOfArguments(arguments);
    references = copyOfReferences(references);
    profiles = Sorted.copyOf(profiles);
  }

  /** The trace of a JVM that did nothing. */
  public static Trace empty() {
    return new TraceBuilder().build();
  }

  /** Both together. To merge many, add each to one {@link TraceBuilder}. */
  public Trace merge(Trace other) {
    TraceBuilder builder = new TraceBuilder();
    builder.add(this);
    builder.add(other);
    return builder.build();
  }

  private static SortedMap<MethodId, ArgumentCombinations> copyOfArguments(
      SortedMap<MethodId, ArgumentCombinations> arguments) {
    TreeMap<MethodId, ArgumentCombinations> copy = new TreeMap<>();
    for (Map.Entry<MethodId, ArgumentCombinations> entry : arguments.entrySet()) {
      if (!entry.getValue().counts().isEmpty()) {
        copy.put(entry.getKey(), entry.getValue());
      }
    }
    return Collections.unmodifiableSortedMap(copy);
  }

  private static SortedMap<MethodId, SortedSet<SymbolicReference>> copyOfReferences(
      SortedMap<MethodId, SortedSet<SymbolicReference>> references) {
    TreeMap<MethodId, SortedSet<SymbolicReference>> copy = new TreeMap<>();
    for (Map.Entry<MethodId, SortedSet<SymbolicReference>> entry : references.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        copy.put(entry.getKey(), Sorted.copyOf(entry.getValue()));
      }
    }
    return Collections.unmodifiableSortedMap(copy);
  }
}
