// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.collections;

import dev.preheat.benchmarks.meter.Operation;
import java.util.HashMap;
import java.util.Map;

/** Looks texts up in a map; half of them are there. */
public final class MapLookUp implements Operation {
  private static final int KEYS = 8_192;

  private final Map<String, Integer> map = new HashMap<>();
  private final String[] keys = new String[KEYS];

  /** The same keys in each run. */
  public MapLookUp() {
    for (int i = 0; i < KEYS; i++) {
      keys[i] = "key " + i * 37;
      if (i % 2 == 0) {
        map.put(keys[i], i);
      }
    }
  }

  @Override
  public long once(int seed) {
    return sum(map, keys, seed);
  }

  private static long sum(Map<String, Integer> map, String[] keys, int from) {
    long sum = 0;
    for (int i = from; i < keys.length; i++) {
      Integer value = map.get(keys[i]);
      sum = 31 * sum + (value == null ? 1 : value);
    }
    return sum;
  }
}
