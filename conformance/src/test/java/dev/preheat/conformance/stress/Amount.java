// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

/**
 * How much work is done.
 *
 * @param unit {@code rounds} or {@code minutes}
 * @param count of these
 */
record Amount(String unit, long count) {
  static Amount rounds(long count) {
    return new Amount("rounds", count);
  }

  static Amount minutes(long count) {
    return new Amount("minutes", count);
  }

  /** Minutes, 0 where rounds are counted. */
  long inMinutes() {
    return unit.equals("minutes") ? count : 0;
  }
}
