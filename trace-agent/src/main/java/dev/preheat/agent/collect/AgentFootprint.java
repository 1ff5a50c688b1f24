// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.vm.Vm;
import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.Invocations;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the agent itself makes the JDK run and load: taken when the program is about to start, so
 * that it can be told from what the program does. What the JVM ran to come up is in it, too: it is
 * over when a program starts, with or without an image.
 */
public final class AgentFootprint {
  private final Class<?>[] before;
  private final Class<?>[] loaded;
  private final Set<String> hidden;
  private final Map<Long, Long> first;
  private final Map<Long, Long> last;

  AgentFootprint(
      Class<?>[] before,
      Class<?>[] loaded,
      Set<String> hidden,
      Map<Long, Long> first,
      Map<Long, Long> last) {
    this.before = before;
    this.loaded = loaded;
    this.hidden = hidden;
    this.first = first;
    this.last = last;
  }

  /**
   * Measures it. The program is to start right after.
   *
   * @param before the classes of the JDK that were loaded before the agent did anything
   * @param work what the agent will do while the program runs
   */
  public static AgentFootprint measure(
      Instrumentation instrumentation, Vm vm, Class<?>[] before, Runnable work) {
    Map<Long, Long> first = count(jdkClasses(instrumentation), vm);
    work.run();
    Class<?>[] loaded = jdkClasses(instrumentation);
    Set<String> hidden = hiddenClasses(instrumentation);
    return new AgentFootprint(before, loaded, hidden, first, count(loaded, vm));
  }

  /** Those that are never unloaded. */
  private static Class<?>[] jdkClasses(Instrumentation instrumentation) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      boolean hasMethods = !type.isArray() && !type.isPrimitive() && !type.isHidden();
      if (hasMethods && ClassFiles.isOfJdk(type)) {
        types.add(type);
      }
    }
    return types.toArray(new Class<?>[0]);
  }

  /** The classes that were loaded by the agent first; the program may use them as well. */
  Set<Class<?>> loadedByAgent() {
    Set<Class<?>> types = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(types, loaded);
    for (Class<?> type : before) {
      types.remove(type);
    }
    return types;
  }

  /** By name, which no two hidden classes share: so that none is kept. */
  private static Set<String> hiddenClasses(Instrumentation instrumentation) {
    Set<String> names = new HashSet<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.isHidden()) {
        names.add(type.getName());
      }
    }
    return names;
  }

  /** Whether a hidden class was there before the program started. */
  boolean isOlder(Class<?> hiddenClass) {
    return hidden.contains(hiddenClass.getName());
  }

  /** Who ran a method. */
  Origin origin(VmMethod method) {
    Invocations now = method.invocations();
    long baseline = count(last, method);
    boolean more = now.count() > baseline;
    if (more && baseline == count(first, method)) {
      return Origin.PROGRAM;
    }
    // Code of these tiers does not count: the program may have run it all the same.
    boolean uncounted = now.tier() == 1 || now.tier() == Invocations.MAXIMUM_TIER;
    return more || uncounted ? Origin.UNKNOWN : Origin.AGENT;
  }

  /** What of a method's counts the program can have made, at least 1. */
  Invocations ofProgram(VmMethod method) {
    Invocations now = method.invocations();
    long more = now.count() - count(last, method);
    return more > 0 ? new Invocations(more, now.loops(), now.tier()) : now;
  }

  private static long count(Map<Long, Long> counts, VmMethod method) {
    Long count = counts.get(method.address());
    return count == null ? 0 : count;
  }

  private static Map<Long, Long> count(Class<?>[] types, Vm vm) {
    Map<Long, Long> counts = new HashMap<>();
    for (Class<?> type : types) {
      for (VmMethod method : vm.executed(type)) {
        counts.put(method.address(), method.invocations().count());
      }
    }
    return counts;
  }
}
