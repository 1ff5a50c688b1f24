// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.jdk;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Access to classes inside {@code java.base} without flags on the command line.
 *
 * <p>Opening a package to the agent's own module would open it to the whole class path, which
 * shares that module, and change what a program under test is allowed to do.
 */
public final class JdkAccess {
  private final Function<Class<?>, MethodHandles.Lookup> lookups;

  private JdkAccess(Function<Class<?>, MethodHandles.Lookup> lookups) {
    this.lookups = lookups;
  }

  /**
   * Opens the packages that the agent needs.
   *
   * @throws ReflectiveOperationException if the JDK does not allow it
   * @throws IOException if the agent's jar cannot be read
   */
  public static JdkAccess open(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    Isolated loader = new Isolated();
    Set<Module> agent = Set.of(loader.getUnnamedModule());
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", agent, "jdk.internal.misc", agent, "jdk.internal.loader", agent),
        Set.of(),
        Map.of());
    @SuppressWarnings("unchecked") // LookupSource says so
    Function<Class<?>, MethodHandles.Lookup> lookups =
        (Function<Class<?>, MethodHandles.Lookup>)
            loader.define(LookupSource.class).getConstructor().newInstance();
    return new JdkAccess(lookups);
  }

  /** Full access to a class of an opened package. */
  public MethodHandles.Lookup lookupIn(Class<?> type) {
    return lookups.apply(type);
  }

  /**
   * Full access to a class of an opened package.
   *
   * @throws ClassNotFoundException if this JDK has no such class
   */
  public MethodHandles.Lookup lookupIn(String className) throws ClassNotFoundException {
    return lookupIn(Class.forName(className, false, null));
  }

  private static final class Isolated extends ClassLoader {
    Isolated() {
      super("preheat", null);
    }

    Class<?> define(Class<?> type) throws IOException {
      String name = type.getName();
      byte[] bytes = ClassBytes.of(type);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
