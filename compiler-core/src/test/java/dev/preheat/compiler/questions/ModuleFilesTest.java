// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.hotspot.UnknownVmException;
import java.io.IOException;
import java.lang.module.ModuleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A JVM without what is looked for in its modules. */
class ModuleFilesTest {

  @Test
  void aModule() {
    assertUnknown("has no module jdk.none", () -> ModuleFiles.open("jdk.none"));
  }

  @Test
  void aFile() throws IOException {
    try (ModuleReader module = ModuleFiles.open("java.base")) {
      assertTrue(ModuleFiles.bytes(module, "java/lang/Object.class").length > 0);
      assertUnknown(
          "has no file java/lang/None.class",
          () -> ModuleFiles.bytes(module, "java/lang/None.class"));
    }
  }

  private static void assertUnknown(String what, Executable read) {
    String message = assertThrows(UnknownVmException.class, read).getMessage();
    assertTrue(message.contains(") " + what + "; "), message);
  }
}
