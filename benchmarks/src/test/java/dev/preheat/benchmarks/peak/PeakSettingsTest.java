// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.benchmarks.peak.curve.Workload;
import dev.preheat.benchmarks.program.BenchmarkException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakSettingsTest {
  @Test
  void readsACommandLine() throws Exception {
    assertEquals(
        new PeakSettings(
            Path.of("/b"),
            Path.of("/c"),
            Path.of("/e"),
            2,
            40,
            10,
            List.of("a", "b"),
            List.of("*")),
        PeakSettings.of(new String[] {"/b", "/c", "/d/../e", "2", "40", "10", "a,b", "*"}));
  }

  @Test
  void kernelsHaveATimeOfTheirOwn() throws Exception {
    PeakSettings settings = settings("*");

    assertEquals(new Workload("kernels", "sum", 10), settings.workload("kernels", "sum"));
    assertEquals(new Workload("rules", "rules", 40), settings.workload("rules", "rules"));
  }

  @Test
  void patternsAreOfWorkloadsAndPrograms() throws Exception {
    assertTrue(isWanted("*", "kernels", "sum"));
    assertTrue(isWanted("rules,s*", "kernels", "sum"));
    assertTrue(isWanted("kernels", "kernels", "sum"));
    assertFalse(isWanted("s", "kernels", "sum"));
    assertFalse(isWanted("su", "kernels", "sum"));
  }

  @Test
  void whatIsNoCommandLineIsRefused() {
    assertTrue(message("a").startsWith("8 words are needed, not 1: usage: Main "), message("a"));
    assertEquals(
        "'0' is no number of rounds: take 1 or more",
        message("b", "c", "d", "0", "9", "9", "", ""));
    assertEquals(
        "'2' is no number of seconds: take 3 or more",
        message("b", "c", "d", "1", "2", "9", "", ""));
    assertEquals(
        "'x' is no number of seconds: take 3 or more",
        message("b", "c", "d", "1", "9", "x", "", ""));
  }

  private static boolean isWanted(String only, String program, String name) throws Exception {
    PeakSettings settings = settings(only);
    return settings.isWanted(settings.workload(program, name));
  }

  private static PeakSettings settings(String only) throws Exception {
    return PeakSettings.of(new String[] {"/b", "/c", "/d", "1", "40", "10", "kernels", only});
  }

  private static String message(String... words) {
    return assertThrows(BenchmarkException.class, () -> PeakSettings.of(words)).getMessage();
  }
}
