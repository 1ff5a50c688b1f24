// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.ObjectLayout;
import dev.preheat.hotspot.VmMemory;
import java.nio.charset.StandardCharsets;
import jdk.internal.misc.Unsafe;

/** Reads the memory of this JVM by address. Every address comes from the VM's own tables. */
public final class RawMemory {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int LONGEST_STRING = 1 << 16;

  private RawMemory() {}

  /** The memory for those who must not know how it is read. */
  static VmMemory reader() {
    return new VmMemory() {
      @Override
      public int u1(long address) {
        return UNSAFE.getByte(address) & 0xFF;
      }

      @Override
      public int u2(long address) {
        return RawMemory.u2(address);
      }

      @Override
      public int s4(long address) {
        return u4(address);
      }

      @Override
      public long s8(long address) {
        return RawMemory.u8(address);
      }
    };
  }

  /** Asks for the layout of objects as Java code can. */
  public static ObjectLayout.Probe probe() {
    return new ObjectLayout.Probe() {
      @Override
      public long arrayBase(Class<?> array) {
        return UNSAFE.arrayBaseOffset(array);
      }

      @Override
      public int arrayScale(Class<?> array) {
        return UNSAFE.arrayIndexScale(array);
      }

      @Override
      public long fieldOffset(Class<?> type, String field) {
        return UNSAFE.objectFieldOffset(type, field);
      }
    };
  }

  public static byte u1(long address) {
    return UNSAFE.getByte(address);
  }

  static int u2(long address) {
    return UNSAFE.getShort(address) & 0xFFFF;
  }

  public static int u4(long address) {
    return UNSAFE.getInt(address);
  }

  public static long u8(long address) {
    return UNSAFE.getLong(address);
  }

  static void putU1(long address, byte value) {
    UNSAFE.putByte(address, value);
  }

  static byte[] bytes(long address, int length) {
    byte[] bytes = new byte[length];
    UNSAFE.copyMemory(null, address, bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, length);
    return bytes;
  }

  /** A C string; null for a null pointer. */
  static String string(long address) {
    if (address == 0) {
      return null;
    }
    int length = 0;
    while (UNSAFE.getByte(address + length) != 0 && length < LONGEST_STRING) {
      length++;
    }
    return new String(bytes(address, length), StandardCharsets.UTF_8);
  }

  /** The word at {@code offset} of an object. */
  public static long u8(Object object, long offset) {
    return UNSAFE.getLong(object, offset);
  }

  static int objectArrayBase() {
    return Math.toIntExact(Unsafe.ARRAY_OBJECT_BASE_OFFSET);
  }

  static int referenceBytes() {
    return Unsafe.ARRAY_OBJECT_INDEX_SCALE;
  }
}
