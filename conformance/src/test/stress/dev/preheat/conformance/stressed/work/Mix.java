// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

/** Pseudo-random numbers and a checksum, the same in every JVM. */
final class Mix {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;
  private long sum;

  Mix(long seed) {
    state = seed * STEP + 1;
  }

  /** The next number (splitmix64). */
  long next() {
    state += STEP;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The next number from 0 to below a limit. */
  int next(int limit) {
    return (int) Long.remainderUnsigned(next(), limit);
  }

  /** Takes a number into the checksum. */
  Mix add(long value) {
    sum = sum * 31 + value;
    return this;
  }

  /** Takes a text into the checksum. */
  Mix add(String text) {
    return add(text.hashCode()).add(text.length());
  }

  long sum() {
    return sum;
  }
}
