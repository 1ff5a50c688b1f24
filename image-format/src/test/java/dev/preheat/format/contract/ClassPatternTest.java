// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPatternTest {
  @ParameterizedTest
  @CsvSource({
    "a.B, a.B, true",
    "a.B, a.Bc, false",
    "a.B, xa.B, false",
    "a.*, a.B, true",
    "a.*, a.b.C, false",
    "a.*, a., true",
    "a.**, a.b.C, true",
    "a.**, ab.C, false",
    "a**, ab.C, true",
    "**.Test, a.b.Test, true",
    "**.Test, Test, false",
    "**Test*, a.b.MyTests, true",
    "*Test, a.MyTest, false",
    "*.*Test, a.MyTest, true",
    "a.**.C, a.b.c.C, true",
    "a.**.C, a.C, false",
    "**, a.B, true",
    "*, B, true",
    "*, a.B, false",
    "'', a.B, false",
    "a.B(, a.B(, true",
    "a.B?, a.Bc, true",
    "a.B?, a.B, false",
    "a.B?C, a.B.C, false",
    "a.B?C, a.BxC, true",
    "a.B$C, a.B$C, true",
    "a.B.C, a.B$C, false",
  })
  void starsStandForLetters(String pattern, String className, boolean matches) {
    assertEquals(matches, new ClassPattern(pattern).matches(className));
  }

  @Test
  void anyPatternMayMatch() {
    List<ClassPattern> patterns = List.of(new ClassPattern("a.*"), new ClassPattern("b.*"));

    assertTrue(ClassPattern.matchesAny(patterns, "b.C"));
    assertFalse(ClassPattern.matchesAny(patterns, "c.C"));
    assertFalse(ClassPattern.matchesAny(List.of(), "a.B"));
  }
}
