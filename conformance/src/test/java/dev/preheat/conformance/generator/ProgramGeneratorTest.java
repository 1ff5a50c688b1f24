// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A seed says everything about a program. */
class ProgramGeneratorTest {
  @Test
  void theSameSeedGivesTheSameProgram() {
    assertEquals(ProgramGenerator.generate(7), ProgramGenerator.generate(7));
  }

  @Test
  void seedsThatFollowEachOtherGiveOtherPrograms() {
    String first = ProgramGenerator.generate(7).replace("Seed7Program", "").replace("seed 7", "");
    String second = ProgramGenerator.generate(8).replace("Seed8Program", "").replace("seed 8", "");
    assertNotEquals(first, second);
  }

  @Test
  void negativeSeedsHaveNames() {
    assertEquals("dev.preheat.conformance.programs.Seedm3Program", ProgramGenerator.name(-3));
    assertTrue(ProgramGenerator.generate(-3).contains("class Seedm3Program "));
  }
}
