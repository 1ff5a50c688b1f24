package dev.preheat.compiler.graal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraalProbeTest {
  @Test
  void theTestsRunWithGraalAsTheJvmciCompiler() {
    Optional<String> name = GraalProbe.runtimeName();

    assertTrue(name.isPresent(), "JVMCI's compiler is not Graal: check the module path");
    assertTrue(name.get().contains("HotSpotGraalRuntime"), name.get());
  }
}
