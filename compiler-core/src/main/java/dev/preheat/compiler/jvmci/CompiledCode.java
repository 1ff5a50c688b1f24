// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.compiler.jvmci.CodeSymbolizer.Symbolized;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Subject;
import java.util.SortedSet;

/**
 * What the compiler made of a method or stub.
 *
 * @param code without addresses
 * @param classes what it counts on, as far as it names them
 * @param methods the root and everything inlined into it; none for a stub
 * @param asked classes that the compiler asked something about
 * @param inGraph classes that the graph named, as far as they count
 * @param named all classes that the graph named but exceptions of the JDK
 * @param initialized classes it takes to be initialised
 * @param stubs names of the stubs it calls
 */
public record CompiledCode(
    Subject subject,
    Symbolized code,
    ClassView classes,
    SortedSet<MethodSymbol> methods,
    SortedSet<ClassSymbol> asked,
    SortedSet<ClassSymbol> inGraph,
    SortedSet<ClassSymbol> named,
    SortedSet<ClassSymbol> initialized,
    SortedSet<String> stubs) {

  /** Of a graph that is not looked at. */
  public CompiledCode(
      Subject subject,
      Symbolized code,
      ClassView classes,
      SortedSet<MethodSymbol> methods,
      SortedSet<ClassSymbol> asked,
      SortedSet<ClassSymbol> inGraph,
      SortedSet<ClassSymbol> initialized,
      SortedSet<String> stubs) {
    this(subject, code, classes, methods, asked, inGraph, inGraph, initialized, stubs);
  }
}
