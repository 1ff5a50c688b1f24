// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void readsACommandLine() throws BenchmarkException {
    assertEquals(
        new Settings(
            "a", Path.of("/b"), Path.of("/c"), Path.of("/e"), 5, List.of("build", "", "-q")),
        Settings.of(new String[] {"a", "/b", "/c", "/d/../e", "5", "build,,-q"}));
    assertEquals(List.of(), Settings.of(new String[] {"a", "/b", "/c", "/d", "9", ""}).arguments());
  }

  @Test
  void tooFewRoundsAreRefused() {
    assertEquals(
        "4 rounds are too few for a median: take 5 or more", message("a", "b", "c", "d", "4", ""));
    assertEquals(
        "'many' is no number of rounds: take 5 or more", message("a", "b", "c", "d", "many", ""));
  }

  @Test
  void saysHowItIsUsed() {
    assertEquals(
        "6 words are needed, not 1: usage: Main <name> <build directory> <work directory> "
            + "<results directory> <rounds> <arguments of the program, separated by commas>",
        message("a"));
  }

  private static String message(String... words) {
    return assertThrows(BenchmarkException.class, () -> Settings.of(words)).getMessage();
  }
}
