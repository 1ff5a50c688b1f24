// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import java.lang.instrument.Instrumentation;
import java.util.function.Supplier;

/** All classes of the JVM, which only an agent knows. */
final class LoadedClasses implements Supplier<Class<?>[]> {

  private final Instrumentation instrumentation;

  LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public Class<?>[] get() {
    return instrumentation.getAllLoadedClasses();
  }
}
