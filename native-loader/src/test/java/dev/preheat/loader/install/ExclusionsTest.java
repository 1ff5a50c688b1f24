// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionsTest {

  private static final String METHOD = "com.acme.Main$Inner.run(Ljava/lang/String;I)V";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "com.acme.Main$Inner.run true",
        "com/acme/Main$Inner.run true",
        "com.acme.*.run true",
        "com.acme.** true",
        "com.acme.* false",
        "com.acme.Main$Inner.* true",
        "com.acme.Main$Inner.r?n true",
        "** true",
        "**.run true",
        "*.run false",
        "**.run(**)V true",
        "**.run(Ljava/lang/String;I)V true",
        "x,**.run true",
        "**.run() false",
        "com.acme.Main false",
        "com.acme.Main.Inner.run false",
        "comXacme.Main$Inner.run false",
        "acme.** false",
        "**.ru false",
        ", false"
      })
  void patterns(String pattern, boolean expected) {
    assertEquals(expected, Exclusions.of(pattern).matches(METHOD));
  }

  @Test
  void patternsOfAFile(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("patterns");
    Files.write(
        file,
        List.of("# no pattern", "", "a.B.c()V", "d/E.f(Ljava/lang/String;)I ", "*.*.g", "h.I"));
    Exclusions exclusions = Exclusions.of("@" + file);

    assertTrue(exclusions.matches("a.B.c()V"));
    assertTrue(exclusions.matches("d.E.f(Ljava/lang/String;)I"));
    assertTrue(exclusions.matches("x.Y.g()V"));
    assertFalse(exclusions.matches("a.B.c()I"));
    assertFalse(exclusions.matches("h.I.j()I"));
    assertFalse(exclusions.matches("# no pattern"));
  }

  @Test
  void aMissingFileIsRefused(@TempDir Path directory) {
    Path file = directory.resolve("none");

    assertEquals(
        "preheat.exclude: expected a file with patterns, found"
            + " java.nio.file.NoSuchFileException: "
            + file
            + "; correct the option",
        assertThrows(Refusal.class, () -> Exclusions.of("@" + file)).getMessage());
  }
}
