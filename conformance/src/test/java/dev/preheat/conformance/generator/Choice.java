// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.List;
import java.util.Random;

/** Everything that is left to the seed. */
final class Choice {
  private final Random random;

  Choice(long seed) {
    // Seeds that follow each other would begin alike.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** From 0 on. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From one number to another, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  int anyInt() {
    return random.nextInt();
  }

  long anyLong() {
    return random.nextLong();
  }

  double anyDouble() {
    return random.nextGaussian() * Math.pow(10, between(-5, 12));
  }
}
