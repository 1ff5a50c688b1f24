// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.assemble;

import dev.preheat.compiler.classpath.ClassFiles;
import dev.preheat.compiler.jvmci.CompiledCode;
import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which classes code relies on: those that the compiler asked anything about or that its graph
 * names, those of the root and of every inlined method, those that their instructions and
 * signatures name, those that the code itself names, and the superclasses and interfaces of all of
 * them. If these are unchanged, then so are the layouts, hierarchies and methods that the compiler
 * saw.
 */
public final class Dependencies {

  private static final String NAMES_OF_JDK_ONLY = "java/";

  private final LoadedSymbols world;
  private final ClassFiles files;
  private final boolean checksGraphs;
  private final Map<ClassSymbol, SortedSet<ClassSymbol>> ancestors = new HashMap<>();

  /**
   * For all code of a build.
   *
   * @param checksGraphs whether a class that is in a graph has to be a dependency, and one of the
   *     program to have been asked about, for tests
   */
  public Dependencies(LoadedSymbols world, ClassFiles files, boolean checksGraphs) {
    this.world = world;
    this.files = files;
    this.checksGraphs = checksGraphs;
  }

  /** The classes that code relies on. */
  public SortedSet<ClassSymbol> of(CompiledCode compiled) {
    SortedSet<ClassSymbol> classes = new TreeSet<>();
    compiled.asked().forEach(type -> add(type, classes));
    for (MethodSymbol method : compiled.methods()) {
      add(method.holder(), classes);
      files
          .references(method.holder().name(), method.name(), method.descriptor())
          .forEach(
              name ->
                  compiled
                      .classes()
                      .named(name, method.holder().role())
                      .ifPresent(type -> add(type, classes)));
    }
    for (Relocation patch : compiled.code().relocations()) {
      if (patch instanceof KlassRelocation klass) {
        add(klass.type(), classes);
      } else if (patch instanceof MethodRelocation method) {
        add(method.method().holder(), classes);
      }
    }
    if (checksGraphs) {
      SortedSet<ClassSymbol> ofProgram = new TreeSet<>(compiled.named());
      ofProgram.removeIf(type -> type.role() != ClassRole.APP);
      checkGraph(compiled.subject(), ofProgram, classes);
    }
    compiled.inGraph().forEach(type -> add(type, classes));
    if (checksGraphs) {
      checkGraph(compiled.subject(), compiled.named(), classes);
    }
    return classes;
  }

  /** Whether code depends on all classes that its graph names. */
  static void checkGraph(
      Subject subject, SortedSet<ClassSymbol> named, SortedSet<ClassSymbol> classes) {
    SortedSet<ClassSymbol> forgotten = new TreeSet<>(named);
    forgotten.removeAll(classes);
    if (!forgotten.isEmpty()) {
      throw new IllegalStateException(
          subject
              + " was compiled from a graph with "
              + forgotten
              + ", and does not depend on them");
    }
  }

  /**
   * Whether the code means the same for classes that another loader has defined from the same
   * files. What it names is either among them, or in {@code java.*}, which no loader but the JDK's
   * can define; what methods of the JDK name is resolved by the JDK's loaders. What its classes
   * extend and implement is named, too.
   *
   * @param classes that it relies on, see {@link #of}
   */
  public boolean isPortable(CompiledCode compiled, SortedSet<ClassSymbol> classes) {
    for (ClassSymbol type : classes) {
      if (type.role() == ClassRole.APP
          && !world.supertypes(type).stream().allMatch(Dependencies::isSame)) {
        return false;
      }
    }
    for (MethodSymbol method : compiled.methods()) {
      if (method.holder().role() == ClassRole.APP) {
        for (String name :
            files.references(method.holder().name(), method.name(), method.descriptor())) {
          Optional<ClassSymbol> named = compiled.classes().named(name, ClassRole.APP);
          if (named.isPresent() && !isSame(named.get())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether what a class of the program names so is the same for those of every loader. */
  private static boolean isSame(ClassSymbol named) {
    return named.role() == ClassRole.APP || named.name().startsWith(NAMES_OF_JDK_ONLY);
  }

  private void add(ClassSymbol symbol, SortedSet<ClassSymbol> classes) {
    ClassSymbol element = symbol;
    while (element.kind() == ClassKind.OBJECT_ARRAY) {
      element = element.component();
    }
    if (element.kind() == ClassKind.INSTANCE) {
      classes.addAll(withAncestors(element));
    }
  }

  private SortedSet<ClassSymbol> withAncestors(ClassSymbol symbol) {
    SortedSet<ClassSymbol> known = ancestors.get(symbol);
    if (known == null) {
      known = new TreeSet<>();
      collect(symbol, known);
      ancestors.put(symbol, known);
    }
    return known;
  }

  private void collect(ClassSymbol symbol, SortedSet<ClassSymbol> classes) {
    if (classes.add(symbol)) {
      world.supertypes(symbol).forEach(each -> collect(each, classes));
    }
  }
}
