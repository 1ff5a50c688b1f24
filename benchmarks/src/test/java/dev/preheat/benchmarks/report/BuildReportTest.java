// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildReportTest {

  @Test
  void twoPercentMayBeLeftOutBesidesClassInitializers() {
    BuildReport report =
        new BuildReport(1000, 880, Map.of("CLASS_INITIALIZER", 100, "TOO_LARGE", 20));

    assertDoesNotThrow(report::check);
  }

  @Test
  void moreIsTooMuch() {
    BuildReport report =
        new BuildReport(1000, 879, Map.of("CLASS_INITIALIZER", 100, "BAILOUT", 1, "TOO_LARGE", 20));

    assertEquals(
        "21 of 1,000 traced methods are left out of the image, class initialisers aside: more than"
            + " 2 % ({BAILOUT=1, CLASS_INITIALIZER=100, TOO_LARGE=20}); the compiler's report"
            + " beside the image names them",
        assertThrows(BenchmarkException.class, report::check).getMessage());
  }
}
