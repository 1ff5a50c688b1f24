// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.format.trace.SymbolicReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the classes of the program from those of the JDK that were loaded for the agent: the latter
 * belong to the program, too, if a method of theirs, or one that names them, does, or a class that
 * extends them.
 */
final class ProgramClasses {
  private final Set<Class<?>> loadedByAgent;
  private final Set<String> used = new HashSet<>();

  ProgramClasses(AgentFootprint footprint, List<Candidate> methods, List<LoadedClass> classes) {
    loadedByAgent = footprint.loadedByAgent();
    for (Candidate method : methods) {
      used.add(method.id().holder().name());
      for (SymbolicReference reference : method.references()) {
        used.add(reference.holder());
      }
    }
    for (LoadedClass each : classes) {
      if (contains(each)) {
        addSupertypes(each.type());
      }
    }
  }

  boolean contains(LoadedClass type) {
    return !loadedByAgent.contains(type.type()) || used.contains(type.id().name());
  }

  /** Supertypes are loaded and linked: nothing is loaded to find them. */
  private void addSupertypes(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && used.add(name(superclass))) {
      addSupertypes(superclass);
    }
    for (Class<?> each : type.getInterfaces()) {
      if (used.add(name(each))) {
        addSupertypes(each);
      }
    }
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
