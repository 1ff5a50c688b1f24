// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompilerProcessTest {

  @Test
  void anErrorIsToldFromEverythingElse() {
    assertEquals(
        Optional.of("no trace: none"),
        CompilerProcess.errorIn(CompilerProcess.error("no trace: none")));
    assertEquals(Optional.empty(), CompilerProcess.errorIn(CompilerProcess.warning("late")));
    assertEquals(Optional.empty(), CompilerProcess.errorIn("an error: none"));
  }
}
