// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Whether classes are initialised, without initialising them. */
public final class InitializationState {
  private final MethodHandle shouldBeInitialized;

  /**
   * Asks {@code jdk.internal.misc.Unsafe}.
   *
   * @throws ReflectiveOperationException if this JDK has no such method
   */
  public InitializationState(JdkAccess access) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = access.lookupIn("jdk.internal.misc.Unsafe");
    Class<?> type = lookup.lookupClass();
    Object unsafe;
    try {
      unsafe = lookup.findStatic(type, "getUnsafe", MethodType.methodType(type)).invoke();
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
    shouldBeInitialized =
        lookup.bind(
            unsafe, "shouldBeInitialized", MethodType.methodType(boolean.class, Class.class));
  }

  /** Whether a class's static initialiser ran, and did not throw. */
  public boolean isInitialized(Class<?> type) {
    try {
      return !(boolean) shouldBeInitialized.invokeExact(type);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
