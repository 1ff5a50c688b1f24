// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.collections;

import dev.preheat.benchmarks.meter.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Maps and sets that grow, change and shrink. */
public final class HashMaps implements Operation {
  private static final int COUNT = 1_024;

  @Override
  public long once(int seed) {
    Map<Integer, Integer> counts = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    int value = seed + 1;
    for (int i = 0; i < COUNT; i++) {
      value = value * 1_103_515_245 + 12_345;
      counts.merge(value >>> 23, 1, Integer::sum);
      seen.add((long) value >> 8);
      if (i % 4 == 3) {
        counts.remove(i);
      }
    }
    long sum = seen.size();
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      sum += (long) entry.getKey() * entry.getValue();
    }
    return sum;
  }
}
