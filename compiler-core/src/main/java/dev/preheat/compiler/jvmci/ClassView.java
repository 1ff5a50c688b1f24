// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jdk.vm.ci.meta.JavaType;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * The classes of a world that code may count on: what it names besides is left to the interpreter
 * until it is reached. Code that counts on a class has to wait for it, so a class that only tests
 * load must not be counted on by what the program runs, too.
 */
public final class ClassView {

  private final LoadedSymbols world;
  private final Predicate<ClassSymbol> isSeen;
  private final Predicate<String> isNameSeen;

  private ClassView(
      LoadedSymbols world, Predicate<ClassSymbol> isSeen, Predicate<String> isNameSeen) {
    this.world = world;
    this.isSeen = isSeen;
    this.isNameSeen = isNameSeen;
  }

  /** The whole world. */
  public static ClassView ofAll(LoadedSymbols world) {
    return new ClassView(world, symbol -> true, name -> true);
  }

  /** The classes that a trace shows. */
  public static ClassView of(LoadedSymbols world, Trace trace) {
    Set<ClassSymbol> seen = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Set<ClassId> ids : List.of(trace.classes().keySet(), holders(trace))) {
      for (ClassId id : ids) {
        if (id.loader() != LoaderRole.OTHER) {
          seen.add(LoadedSymbols.symbol(id));
          names.add("L" + id.name() + ";");
        }
      }
    }
    return new ClassView(world, seen::contains, names::contains);
  }

  /** A class whose methods ran was loaded. */
  private static Set<ClassId> holders(Trace trace) {
    Set<ClassId> holders = new HashSet<>();
    trace.methods().keySet().forEach(method -> holders.add(method.holder()));
    return holders;
  }

  /** Whether it has the class; arrays as their elements. */
  public boolean contains(ResolvedJavaType type) {
    ResolvedJavaType element = type.getElementalType();
    return element.isPrimitive() || world.symbol(element).filter(isSeen).isPresent();
  }

  /** Whether it has the class; arrays as their elements. */
  public boolean contains(ClassSymbol symbol) {
    return isSeen.test(element(symbol));
  }

  /** Whether it has a class of that name; arrays as their elements. */
  public boolean containsName(JavaType type) {
    JavaType element = type.getElementalType();
    return element.getJavaKind().isPrimitive()
        || (world.containsName(element) && isNameSeen.test(element.getName()));
  }

  /** The class that a name means to classes of a loader, if it has one. */
  public Optional<ClassSymbol> named(String name, ClassRole from) {
    return world.named(name, from).filter(symbol -> isSeen.test(element(symbol)));
  }

  private static ClassSymbol element(ClassSymbol symbol) {
    ClassSymbol element = symbol;
    while (element.kind() == ClassKind.OBJECT_ARRAY) {
      element = element.component();
    }
    return element;
  }
}
