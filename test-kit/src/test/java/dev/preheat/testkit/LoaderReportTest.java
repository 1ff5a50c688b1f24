// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoaderReportTest {
  private static final String REPORT =
      """
      {
        "status": "used",
        "refusal": "",
        "installed": 3,
        "rejected": 1,
        "waiting": 0,
        "valid": 2,
        "reasons": [
          {"id": "INSTALLED", "text": "installed", "methods": 3},
          {"id": "CLASS_CHANGED", "text": "class changed", "methods": 1}
        ],
        "methods": [
          {"method": "App.a()V", "reason": {"id": "CLASS_CHANGED", "text": "class changed"}, "detail": "App"},
          {"method": "App.b()V", "reason": {"id": "INSTALLED", "text": "installed"}, "detail": "gone"}
        ]
      }
      """;

  @Test
  void tellsWhatIsMissingFromWhatIsNoLongerValid() {
    LoaderReport report = LoaderReport.parse(REPORT);

    assertEquals("used", report.status());
    assertEquals(3, report.installed());
    assertEquals(Map.of("INSTALLED", 3, "CLASS_CHANGED", 1), report.reasons());
    assertEquals(Map.of("App.a()V", "class changed App"), report.missing());
    assertEquals(Set.of("App.b()V"), report.invalidated());
  }

  @Test
  void noReportSaysNothing() {
    assertEquals("", LoaderReport.parse("").status());
  }

  /** Else a test that counts would pass over a report that has lost its numbers. */
  @Test
  void aReportThatLacksSomethingIsNone() {
    String report = REPORT.replace("\"rejected\": 1,", "");

    assertThrows(IllegalArgumentException.class, () -> LoaderReport.parse(report));
    assertThrows(IllegalArgumentException.class, () -> LoaderReport.parse("no report"));
  }
}
