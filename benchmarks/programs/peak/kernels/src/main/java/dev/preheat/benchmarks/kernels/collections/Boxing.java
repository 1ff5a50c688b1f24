// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.collections;

import dev.preheat.benchmarks.meter.Operation;

/** Numbers in boxes that go through methods which know objects only. */
public final class Boxing implements Operation {
  private static final int COUNT = 8_192;

  private final Object[] boxes = new Object[256];

  @Override
  public long once(int seed) {
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = i % 2 == 0 ? box(i * 1_000 + seed) : box((long) i);
    }
    Long sum = 0L;
    for (int i = 0; i < COUNT; i++) {
      sum = plus(sum, boxes[i & 255]);
    }
    return sum;
  }

  private static Object box(int value) {
    return value;
  }

  private static Object box(long value) {
    return value;
  }

  private static Long plus(Long sum, Object box) {
    if (box instanceof Integer number) {
      return sum + number;
    }
    return 3 * sum + (Long) box;
  }
}
