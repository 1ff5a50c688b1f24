// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.arrays;

import dev.preheat.benchmarks.meter.Operation;
import java.util.Arrays;
import java.util.Comparator;

/** Sorts numbers by themselves and texts with a comparator. */
public final class Sorting implements Operation {
  private static final int LENGTH = 512;
  private static final Comparator<String> BY_LENGTH =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final String[] WORDS = words();

  private final int[] numbers = new int[LENGTH];
  private final String[] texts = new String[LENGTH];

  @Override
  public long once(int seed) {
    int value = seed + 1;
    for (int i = 0; i < LENGTH; i++) {
      value = value * 1_103_515_245 + 12_345;
      numbers[i] = value;
      texts[i] = WORDS[(value >>> 16) % WORDS.length];
    }
    Arrays.sort(numbers);
    Arrays.sort(texts, BY_LENGTH);
    return numbers[LENGTH / 2] * 31L + texts[LENGTH / 2].hashCode() + texts[seed].length();
  }

  private static String[] words() {
    String[] words = new String[257];
    for (int i = 0; i < words.length; i++) {
      words[i] = Integer.toString(i * 7_919, 36).repeat(1 + i % 3);
    }
    return words;
  }
}
