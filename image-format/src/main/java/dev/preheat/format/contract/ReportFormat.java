// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import dev.preheat.format.Json;

/**
 * What all our reports for programs have in common; docs/reports.md describes them. A report says
 * which it is and in which version. A reason is an id, which stays, and a text, which may change.
 */
public final class ReportFormat {

  /** Rises when a member is taken away or gets another meaning; not when one is added. */
  public static final int VERSION = 1;

  private ReportFormat() {}

  /** The beginning of a report. */
  public static Json.Members report(String kind) {
    return Json.object().with("report", kind).with("version", VERSION);
  }

  /** A reason. */
  public static Json.Members reason(String id, String text) {
    return Json.object().with("id", id).with("text", text);
  }

  /** A reason, and for how many methods it is the one. */
  public static Json reason(String id, String text, int methods) {
    return reason(id, text).with("methods", methods);
  }
}
