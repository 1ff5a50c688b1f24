// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.text;

import dev.preheat.benchmarks.meter.Operation;

/** Looks at each character of a text. */
public final class CharacterLoop implements Operation {
  private static final int LENGTH = 32_768;

  private final String text;

  /** The same text in each run. */
  public CharacterLoop() {
    StringBuilder builder = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      builder.append((char) (' ' + (i * 31 ^ i >>> 4) % 95));
    }
    text = builder.toString();
  }

  @Override
  public long once(int seed) {
    return count(text, seed);
  }

  private static long count(String text, int from) {
    int letters = 0;
    int digits = 0;
    int hash = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        letters++;
      } else if (Character.isDigit(c)) {
        digits++;
      }
      hash = 31 * hash + c;
    }
    return hash + 1_000L * letters + digits;
  }
}
