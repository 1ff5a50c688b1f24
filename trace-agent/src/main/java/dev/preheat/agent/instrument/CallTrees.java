// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.agent.boot.CallTree;
import dev.preheat.agent.jdk.JdkAccess;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** The trees that instrumented code counts in, which are behind a name of their own. */
final class CallTrees implements IntConsumer {
  /** How many methods can have a tree. */
  static final int MAXIMUM_METHODS = CallTree.MAXIMUM_METHODS;

  private final MethodHandle plant;
  private final MethodHandle visit;
  private final int limit;

  /**
   * Defines them.
   *
   * @param limit how many combinations of run-time classes of a method are told apart
   * @throws IOException if the agent's jar cannot be read
   * @throws ReflectiveOperationException if the JDK does not allow it
   */
  CallTrees(JdkAccess access, int limit) throws IOException, ReflectiveOperationException {
    this.limit = limit;
    Class<?> tree = BootClasses.define(access);
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    plant =
        lookup.findStatic(tree, "plant", MethodType.methodType(void.class, int.class, int.class));
    visit =
        lookup.findStatic(
            tree, "visit", MethodType.methodType(void.class, int.class, BiConsumer.class));
  }

  /** Makes calls of a method possible. */
  @Override
  public void accept(int method) {
    try {
      plant.invokeExact(method, limit);
    } catch (Throwable e) {
      throw new IllegalStateException("method " + method + " cannot be traced", e);
    }
  }

  /** Tells how often a method was called with which classes, as {@link CallTree#visit} does. */
  void visit(int method, BiConsumer<String[], Long> visitor) {
    try {
      visit.invokeExact(method, visitor);
    } catch (Throwable e) {
      throw new IllegalStateException("calls of method " + method + " cannot be read", e);
    }
  }
}
