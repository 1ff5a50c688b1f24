// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.jdk;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/**
 * Gives full access to classes in packages that are open to it. {@link JdkAccess} defines it a
 * second time, in a loader of its own, and opens packages to the unnamed module of that loader
 * only.
 */
public final class LookupSource implements Function<Class<?>, MethodHandles.Lookup> {
  /** For {@link JdkAccess}, which makes one by reflection. */
  public LookupSource() {}

  @Override
  public MethodHandles.Lookup apply(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(type + " is not open to the agent", e);
    }
  }
}
