// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildReportTest {
  private static final Reason INITIALIZERS =
      new Reason("CLASS_INITIALIZER", "class initialiser", 100);
  private static final Reason TOO_LARGE = new Reason("TOO_LARGE", "too large", 20);

  @Test
  void twoPercentMayBeLeftOutBesidesClassInitializers() {
    BuildReport report = new BuildReport(1000, 880, List.of(INITIALIZERS, TOO_LARGE));

    assertDoesNotThrow(report::check);
  }

  @Test
  void moreIsTooMuch() {
    BuildReport report =
        new BuildReport(
            1000,
            879,
            List.of(INITIALIZERS, new Reason("BAILOUT", "not supported by Graal", 1), TOO_LARGE));

    assertEquals(
        "21 of 1,000 traced methods are left out of the image, class initialisers aside: more than"
            + " 2 % (class initialiser 100, too large 20, not supported by Graal 1); the compiler's"
            + " report beside the image names them",
        assertThrows(BenchmarkException.class, report::check).getMessage());
  }
}
