// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.Trace;
import java.util.HashSet;
import java.util.Set;

/**
 * Classes of this JVM that have the name of another class of the program. The modules of this JVM
 * come before the class path: those of Graal, and those of the JDK that the program's JVM may not
 * have ({@code --limit-modules}, {@code jlink}). A class of the program that extends or implements
 * such a name is another one here than there, though its file is the same.
 */
final class Namesakes {

  private final Set<String> ofProgram = new HashSet<>();

  /** Of the program that was traced. */
  Namesakes(Trace trace) {
    for (ClassId id : trace.classes().keySet()) {
      if (id.loader() == LoaderRole.APP) {
        ofProgram.add(id.name());
      }
    }
  }

  /** Whether one of the superclasses and interfaces of a class of the program is such a class. */
  boolean areAbove(Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      if (isOrHas(each)) {
        return true;
      }
    }
    return type.getSuperclass() != null && isOrHas(type.getSuperclass());
  }

  private boolean isOrHas(Class<?> type) {
    String name = type.getName().replace('.', '/');
    boolean ofClassPath = type.getClassLoader() == ClassLoader.getSystemClassLoader();
    return LoadedSymbols.isCompilerClass(name)
        || (!ofClassPath && ofProgram.contains(name))
        || areAbove(type);
  }
}
