// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/** Counts of events: never negative, and they stop at the largest {@code long}. */
final class Counts {
  private Counts() {}

  static long add(long some, long others) {
    long sum = some + others;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /**
   * Checks that a number can count something.
   *
   * @throws IllegalArgumentException if it is negative
   */
  static void check(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count is negative: " + count);
    }
  }
}
