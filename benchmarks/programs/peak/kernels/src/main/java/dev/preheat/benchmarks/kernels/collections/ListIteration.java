// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.collections;

import dev.preheat.benchmarks.meter.Operation;
import java.util.ArrayList;
import java.util.List;

/** The sum of a list's numbers, by its iterator. */
public final class ListIteration implements Operation {
  private static final int SIZE = 16_384;

  private final List<Integer> numbers = new ArrayList<>();

  /** The same numbers in each run. */
  public ListIteration() {
    for (int i = 0; i < SIZE; i++) {
      numbers.add(i * 31 ^ i >>> 5);
    }
  }

  @Override
  public long once(int seed) {
    return sum(numbers, seed);
  }

  private static long sum(List<Integer> numbers, int mask) {
    long sum = 0;
    for (Integer number : numbers) {
      sum += number ^ mask;
    }
    return sum;
  }
}
