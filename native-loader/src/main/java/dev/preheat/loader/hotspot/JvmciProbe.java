package dev.preheat.loader.hotspot;

import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import jdk.vm.ci.meta.ResolvedJavaType;
import jdk.vm.ci.runtime.JVMCI;

/** Tells what JVMCI sees of the running JVM. */
public final class JvmciProbe {
  private JvmciProbe() {}

  /**
   * Asks JVMCI for the VM's view of a class, without initialising it.
   *
   * @return the class's name in the form of a field descriptor, as JVMCI reports it
   * @throws Error if JVMCI is not enabled in this JVM
   */
  public static String descriptorOf(Class<?> type) {
    HotSpotJVMCIRuntime runtime = (HotSpotJVMCIRuntime) JVMCI.getRuntime();
    ResolvedJavaType resolved = runtime.getHostJVMCIBackend().getMetaAccess().lookupJavaType(type);
    return resolved.getName();
  }
}
