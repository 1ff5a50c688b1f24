package dev.preheat.agent.vm;

import dev.preheat.agent.jdk.JdkAccess;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The variables that libjvm exports. */
final class VmExports {
  private final MethodHandle find;
  private final VmMemory memory;

  VmExports(JdkAccess access, VmMemory memory) throws ReflectiveOperationException, VmException {
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

  /**
   * The word that a variable holds.
   *
   * @throws VmException if there is no such variable
   */
  long word(String name) throws VmException {
    long address;
    try {
      // dlsym: the libraries of the boot loader depend on libjvm, which is searched with them.
      address = (long) find.invokeExact(name);
    } catch (Throwable e) {
      throw new VmException("no access to " + name, e);
    }
    if (address == 0) {
      throw new VmException("the VM does not export " + name);
    }
    return memory.word(address);
  }
}
