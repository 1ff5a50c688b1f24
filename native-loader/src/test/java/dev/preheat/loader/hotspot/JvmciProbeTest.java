package dev.preheat.loader.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JvmciProbeTest {
  @Test
  void theTestsRunWithJvmci() {
    assertEquals("Ljava/lang/String;", JvmciProbe.descriptorOf(String.class));
  }
}
