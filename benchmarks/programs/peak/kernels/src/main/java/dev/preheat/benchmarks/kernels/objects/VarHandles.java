// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.objects;

import dev.preheat.benchmarks.meter.Operation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Fields and bytes by variable handles: compared and set, added to, read as numbers. */
public final class VarHandles implements Operation {
  private static final int COUNT = 32_768;
  private static final VarHandle COUNTER = counter();
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes = new byte[COUNT];

  @SuppressWarnings("unused") // By its handle only.
  private volatile long counter;

  @Override
  public long once(int seed) {
    COUNTER.setVolatile(this, (long) seed);
    long sum = 0;
    for (int i = 0; i + Long.BYTES <= COUNT; i += Long.BYTES) {
      LONGS.set(bytes, i, (long) COUNTER.getAndAdd(this, (long) i));
      sum = 31 * sum + (long) LONGS.get(bytes, i / 2 & ~7);
      if (!COUNTER.compareAndSet(this, sum, 0L)) {
        sum++;
      }
    }
    return sum + (long) COUNTER.getAcquire(this);
  }

  private static VarHandle counter() {
    try {
      return MethodHandles.lookup().findVarHandle(VarHandles.class, "counter", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
