package dev.preheat.compiler.graal;

import java.util.Optional;
import jdk.graal.compiler.hotspot.HotSpotGraalCompiler;
import jdk.graal.compiler.hotspot.HotSpotGraalRuntimeProvider;
import jdk.vm.ci.runtime.JVMCI;

/** Tells whether the Graal compiler can be reached in the running JVM. */
public final class GraalProbe {
  private GraalProbe() {}

  /**
   * Creates Graal's compiler, if it is the JVMCI compiler of this JVM.
   *
   * @return the name of the JVM's Graal runtime, empty if another compiler answers to JVMCI
   */
  public static Optional<String> runtimeName() {
    if (JVMCI.getRuntime().getCompiler() instanceof HotSpotGraalCompiler compiler) {
      HotSpotGraalRuntimeProvider runtime = compiler.getGraalRuntime();
      return Optional.of(runtime.getName());
    }
    return Optional.empty();
  }
}
