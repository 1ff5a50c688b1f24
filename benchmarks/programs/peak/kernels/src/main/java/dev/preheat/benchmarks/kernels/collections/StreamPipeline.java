// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.collections;

import dev.preheat.benchmarks.meter.Operation;
import java.util.ArrayList;
import java.util.List;

/** A stream of boxed numbers: filtered, mapped, summed up. */
public final class StreamPipeline implements Operation {
  private static final int SIZE = 4_096;

  private final List<Integer> numbers = new ArrayList<>();

  /** The same numbers in each run. */
  public StreamPipeline() {
    for (int i = 0; i < SIZE; i++) {
      numbers.add(i * 31 ^ i >>> 5);
    }
  }

  @Override
  public long once(int seed) {
    return numbers.stream()
        .filter(number -> number % 3 != 0)
        .map(number -> number + seed)
        .mapToLong(number -> (long) number * number)
        .sum();
  }
}
