// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects a trace; adding what is there already merges. Not safe for use by several threads.
 *
 * <p>It runs in the user's JVM while that is going down: no lambdas here, whose bootstrap costs
 * milliseconds.
 */
public final class TraceBuilder {
  private final TreeSet<Jvm> jvms = new TreeSet<>();
  private final TreeMap<ClassId, ClassRecord> classes = new TreeMap<>();
  private final TreeMap<MethodId, Invocations> methods = new TreeMap<>();
  private final TreeMap<MethodId, SortedMap<ArgumentTypes, Long>> arguments = new TreeMap<>();
  private final TreeMap<MethodId, SortedSet<SymbolicReference>> references = new TreeMap<>();
  private final TreeMap<MethodId, MethodProfile> profiles = new TreeMap<>();

  /** Adds a JVM. */
  public void addJvm(Jvm jvm) {
    jvms.add(jvm);
  }

  /** Adds a class: initialised where any record says so, with the digests of all. */
  public void addClass(ClassId type, ClassRecord added) {
    ClassRecord before = classes.put(type, added);
    if (before != null) {
      classes.put(type, before.merge(added));
    }
  }

  /** Adds to how often a method ran. */
  public void addInvocations(MethodId method, Invocations added) {
    Invocations before = methods.put(method, added);
    if (before != null) {
      methods.put(method, before.merge(added));
    }
  }

  /**
   * Adds invocations with one combination of run-time classes.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public void addArguments(MethodId method, ArgumentTypes types, long count) {
    ArgumentCombinations.add(argumentsOf(method), types, count);
  }

  /** Adds invocations with several combinations of run-time classes. */
  public void addArguments(MethodId method, ArgumentCombinations added) {
    ArgumentCombinations.addAll(argumentsOf(method), added.counts());
  }

  /** Adds constant-pool entries of a method that were resolved. */
  public void addReferences(MethodId method, Collection<SymbolicReference> added) {
    referencesOf(method).addAll(added);
  }

  /** Adds a profile. */
  public void addProfile(MethodId method, MethodProfile added) {
    MethodProfile before = profiles.put(method, added);
    if (before != null) {
      profiles.put(method, before.merge(added));
    }
  }

  /** Adds all of a trace. */
  public void add(Trace trace) {
    jvms.addAll(trace.jvms());
    for (Map.Entry<ClassId, ClassRecord> entry : trace.classes().entrySet()) {
      addClass(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<MethodId, Invocations> entry : trace.methods().entrySet()) {
      addInvocations(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<MethodId, ArgumentCombinations> entry : trace.arguments().entrySet()) {
      addArguments(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<MethodId, SortedSet<SymbolicReference>> entry : trace.references().entrySet()) {
      addReferences(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<MethodId, MethodProfile> entry : trace.profiles().entrySet()) {
      addProfile(entry.getKey(), entry.getValue());
    }
  }

  /** What was added so far. */
  public Trace build() {
    TreeMap<MethodId, ArgumentCombinations> combinations = new TreeMap<>();
    for (Map.Entry<MethodId, SortedMap<ArgumentTypes, Long>> entry : arguments.entrySet()) {
      combinations.put(entry.getKey(), new ArgumentCombinations(entry.getValue()));
    }
    return new Trace(jvms, classes, methods, combinations, references, profiles);
  }

  private SortedMap<ArgumentTypes, Long> argumentsOf(MethodId method) {
    SortedMap<ArgumentTypes, Long> counts = arguments.get(method);
    if (counts == null) {
      counts = new TreeMap<>();
      arguments.put(method, counts);
    }
    return counts;
  }

  private SortedSet<SymbolicReference> referencesOf(MethodId method) {
    SortedSet<SymbolicReference> set = references.get(method);
    if (set == null) {
      set = new TreeSet<>();
      references.put(method, set);
    }
    return set;
  }
}
