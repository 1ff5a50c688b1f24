// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.agent.jdk.JdkAccess;
import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.VmSymbols;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Finds what libjvm exports as the JDK finds native methods. */
final class ProcessSymbols implements VmSymbols {
  private final MethodHandle find;
  private final VmMemory memory;

  ProcessSymbols(JdkAccess access, VmMemory memory)
      throws ReflectiveOperationException, VmException {
    this.memory = memory;
    MethodHandles.Lookup loader = access.lookupIn("jdk.internal.loader.BootLoader");
    MethodHandles.Lookup libraries = access.lookupIn("jdk.internal.loader.NativeLibraries");
    Object loaded;
    try {
      loaded =
          loader
              .findStatic(
                  loader.lookupClass(),
                  "getNativeLibraries",
                  MethodType.methodType(libraries.lookupClass()))
              .invoke();
    } catch (Throwable e) {
      throw new VmException("no access to the JDK's native libraries", e);
    }
    find = libraries.bind(loaded, "find", MethodType.methodType(long.class, String.class));
  }

  @Override
  public long word(String variable) {
    long address;
    try {
      // dlsym: the libraries of the boot loader depend on libjvm, which is searched with them.
      address = (long) find.invokeExact(variable);
    } catch (Throwable e) {
      throw new IllegalStateException("no access to " + variable, e);
    }
    if (address == 0) {
      throw new UnknownVmException("does not export the symbol " + variable);
    }
    return memory.s8(address);
  }
}
