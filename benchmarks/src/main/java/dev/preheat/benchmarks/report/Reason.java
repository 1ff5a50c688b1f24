// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import dev.preheat.format.Json;
import dev.preheat.format.contract.ReportFormat;
import java.util.Comparator;
import java.util.List;

/**
 * Why methods are not in the image, or not installed, as the reports of compiler and loader say.
 *
 * @param methods for how many it is the reason
 */
record Reason(String id, String text, int methods) {

  /** Those of the most methods first. */
  static List<Reason> sorted(List<Reason> reasons) {
    return reasons.stream()
        .sorted(Comparator.comparingInt(Reason::methods).reversed().thenComparing(Reason::id))
        .toList();
  }

  Json json() {
    return ReportFormat.reason(id, text, methods);
  }
}
