// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import java.io.IOException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Adds the recording of calls to class files. The same class file gives the same result, whenever
 * it is instrumented.
 *
 * <p>Nothing but the class file itself is looked at: no class is loaded, no resource of a loader
 * opened.
 */
final class Instrumenter {
  private final ByteBuddy byteBuddy =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  private final AsmVisitorWrapper.ForDeclaredMethods advice;

  /**
   * For methods that a registry numbers.
   *
   * @throws IOException if the agent's jar cannot be read
   */
  Instrumenter(MethodRegistry registry) throws IOException {
    String name = EnterAdvice.class.getName();
    // The agent's jar has the annotations that say what the advice is.
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, BootClasses.renamed(EnterAdvice.class)),
            ClassFileLocator.ForClassLoader.of(EnterAdvice.class.getClassLoader()));
    ElementMatcher.Junction<MethodDescription> hasCode =
        ElementMatchers.not(ElementMatchers.isAbstract().or(ElementMatchers.isNative()));
    advice =
        Advice.withCustomMapping()
            .bind(PathOfCallMapping.factory(registry))
            .to(describe(name, locator), locator)
            .on(hasCode);
  }

  /**
   * Instruments all methods of a class that have code.
   *
   * @param className dotted
   * @throws RuntimeException if it cannot be instrumented
   */
  byte[] instrument(String className, byte[] classFile) {
    ClassFileLocator locator = ClassFileLocator.Simple.of(className, classFile);
    return byteBuddy
        .decorate(describe(className, locator), locator)
        .visit(advice)
        .make()
        .getBytes();
  }

  /** Names of other classes stay names: their class files are not asked for. */
  private static TypeDescription describe(String className, ClassFileLocator locator) {
    return TypePool.Default.WithLazyResolution.of(locator).describe(className).resolve();
  }
}
