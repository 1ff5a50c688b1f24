// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.hotspot.VmMemory;
import jdk.internal.misc.Unsafe;

/** The memory of this process. */
public final class NativeMemory implements VmMemory {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  @Override
  public int u1(long address) {
    return UNSAFE.getByte(null, address) & 0xFF;
  }

  @Override
  public int u2(long address) {
    return UNSAFE.getShort(null, address) & 0xFFFF;
  }

  @Override
  public int s4(long address) {
    return UNSAFE.getInt(null, address);
  }

  @Override
  public long s8(long address) {
    return UNSAFE.getLong(null, address);
  }
}
