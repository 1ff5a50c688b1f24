// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import java.util.NavigableSet;
import java.util.TreeSet;
import jdk.vm.ci.hotspot.HotSpotMetaspaceConstant;
import jdk.vm.ci.hotspot.HotSpotObjectConstant;
import jdk.vm.ci.meta.ConstantReflectionProvider;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.ResolvedJavaField;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * The classes that a compilation relies on by what it asked, or by what is in its graph. Of arrays
 * it is the elements that can change; a method, field or constant stands for its class.
 */
public final class AskedClasses {

  private final LoadedSymbols world;
  private final ConstantReflectionProvider reflection;
  private final NavigableSet<ClassSymbol> symbols = new TreeSet<>();
  private final NavigableSet<String> unknown = new TreeSet<>();

  /** None yet. */
  public AskedClasses(LoadedSymbols world, ConstantReflectionProvider reflection) {
    this.world = world;
    this.reflection = reflection;
  }

  /** Adds the class of whatever JVMCI can be asked about; anything else has none. */
  public void add(Object subject) {
    switch (subject) {
      case null -> {}
      case ResolvedJavaType type -> addType(type);
      case ResolvedJavaMethod method -> addType(method.getDeclaringClass());
      case ResolvedJavaField field -> addType(field.getDeclaringClass());
      case HotSpotMetaspaceConstant constant -> {
        add(constant.asResolvedJavaType());
        add(constant.asResolvedJavaMethod());
      }
      case HotSpotObjectConstant constant -> {
        add(constant.getType());
        add(reflection.asJavaType((JavaConstant) constant));
      }
      case Object[] several -> {
        for (Object each : several) {
          add(each);
        }
      }
      default -> {
        // Numbers, texts, names of members, JVMCI's own services; and constant pools, which only
        // those get who ask a method or class for its own.
      }
    }
  }

  private void addType(ResolvedJavaType type) {
    ResolvedJavaType element = type.getElementalType();
    if (!element.isPrimitive()) {
      String name = element.toClassName().replace('.', '/');
      world
          .symbol(element)
          .ifPresentOrElse(
              symbols::add,
              () -> {
                if (!isNotOfPrograms(name)) {
                  unknown.add(name);
                }
              });
    }
  }

  /**
   * Classes of this JVM alone: the compiler's, and those that it has made itself; and those of the
   * JDK. Such a one comes up as the only implementor of an interface. Whatever Graal makes of that
   * names the class, in code or in an assumption, and is left out for it; a question alone is not.
   * A class of the program may have the same name, but neither it nor any class that is built upon
   * it is of this world ({@code Namesakes}), so there is no answer about it that code relies on.
   */
  private static boolean isNotOfPrograms(String name) {
    return LoadedSymbols.isCompilersOwn(name)
        || LoadedSymbols.isHidden(name)
        || LoadedSymbols.isOfJdk(name);
  }

  /**
   * The classes.
   *
   * @throws OmissionException if one was not traced: no record can say that it relies on it
   */
  public NavigableSet<ClassSymbol> symbols() throws OmissionException {
    if (!unknown.isEmpty()) {
      throw new OmissionException(OmissionReason.UNKNOWN_CLASS, unknown.first());
    }
    return symbols;
  }
}
