// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import sun.misc.Unsafe;

/** Elements of arrays by their offset, whatever their width, and memory outside of the heap. */
@SuppressWarnings({"deprecation", "removal"})
public final class UnsafeMemoryProgram {
  private static final Unsafe UNSAFE = unsafe();
  private static final int KEPT = 4_000;

  private static final long INTS = Unsafe.ARRAY_INT_BASE_OFFSET;
  private static final long BYTES = Unsafe.ARRAY_BYTE_BASE_OFFSET;
  private static final long OBJECTS = Unsafe.ARRAY_OBJECT_BASE_OFFSET;
  private static final long OBJECT_SCALE = Unsafe.ARRAY_OBJECT_INDEX_SCALE;

  private static Object[] kept;

  private UnsafeMemoryProgram() {}

  static Unsafe unsafe() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      int round = i;
      Check.run("elements", () -> elements(10 + round));
      Check.run("other width", () -> otherWidth(round));
      Check.run("object elements", () -> objectElements(new Object[] {"a", "b", null, 4}));
      Check.run("outside", () -> outside(100 + round));
      Check.run("copies", () -> copies(20 + round));
      Check.run("too much", () -> UNSAFE.allocateMemory(-1));
      Check.run("barriers", () -> barriers());
    }
  }

  static String elements(int length) {
    int[] ints = new int[length];
    long[] longs = new long[length];
    double[] doubles = new double[length];
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      UNSAFE.putInt(ints, INTS + (long) i * Unsafe.ARRAY_INT_INDEX_SCALE, i * i);
      UNSAFE.putLong(longs, UNSAFE.arrayBaseOffset(long[].class) + i * 8L, (long) i << i * 3);
      UNSAFE.putDouble(doubles, Unsafe.ARRAY_DOUBLE_BASE_OFFSET + i * 8L, i / 8.0);
      UNSAFE.putChar(chars, Unsafe.ARRAY_CHAR_BASE_OFFSET + i * 2L, (char) ('a' + i));
    }
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum = sum * 31 + UNSAFE.getInt(ints, INTS + i * 4L) + ints[i] + longs[i];
      sum += Double.doubleToLongBits(doubles[i]) + UNSAFE.getAndAddInt(ints, INTS + i * 4L, i);
    }
    return sum + " " + ints[length - 1] + new String(chars);
  }

  /** Values that are wider than the elements they lie in, or lie across two. */
  static String otherWidth(int by) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7 + by);
    }
    UNSAFE.putLong(bytes, BYTES + 3, 0x0102_0304_0506_0708L);
    UNSAFE.putShort(bytes, BYTES + 17, (short) -2);
    int[] ints = {1, -1, 2, -2};
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < 8; i++) {
      text.add(Integer.toHexString(UNSAFE.getInt(bytes, BYTES + i * 3L)));
      text.add(Long.toHexString(UNSAFE.getLong(bytes, BYTES + i)));
    }
    UNSAFE.putLong(ints, INTS + 4, UNSAFE.getLong(ints, INTS) + bytes[5]);
    bytes[5]++;
    text.add(Double.toString(UNSAFE.getDouble(bytes, BYTES + 1)));
    text.add(String.valueOf(UNSAFE.getBoolean(bytes, BYTES + 2)));
    return text + " " + ints[0] + " " + ints[1] + " " + ints[2] + " " + UNSAFE.getByte(ints, INTS);
  }

  static String objectElements(Object[] array) {
    UNSAFE.putObject(array, OBJECTS, UNSAFE.getObject(array, OBJECTS + OBJECT_SCALE));
    UNSAFE.putObjectVolatile(array, OBJECTS + 2 * OBJECT_SCALE, array.length);
    boolean swapped =
        UNSAFE.compareAndSwapObject(array, OBJECTS + 3 * OBJECT_SCALE, array[3], array[0]);
    Object before = UNSAFE.getAndSetObject(array, OBJECTS + OBJECT_SCALE, new int[0].length);
    return swapped + " " + before + List.of(array);
  }

  static String outside(int size) {
    long address = UNSAFE.allocateMemory(size);
    try {
      UNSAFE.setMemory(address, size, (byte) 0x5a);
      UNSAFE.putByte(address + 1, (byte) -3);
      UNSAFE.putShort(address + 3, (short) 300);
      UNSAFE.putChar(address + 5, '\u20ac');
      UNSAFE.putInt(address + 9, -size);
      UNSAFE.putLong(address + 17, 1L << 60);
      UNSAFE.putFloat(address + 29, 1.5f);
      UNSAFE.putDouble(address + 33, size / 3.0);
      UNSAFE.putAddress(address + 48, address + 17);
      long grown = UNSAFE.reallocateMemory(address, size * 1_000L);
      long there = UNSAFE.getAddress(grown + 48) - address;
      address = grown;
      long sum = 0;
      for (int i = 0; i < 48; i++) {
        sum = sum * 31 + UNSAFE.getByte(address + i);
      }
      return sum
          + " "
          + there
          + UNSAFE.getShort(address + 3)
          + UNSAFE.getChar(address + 5)
          + UNSAFE.getInt(address + 9)
          + UNSAFE.getLong(address + there)
          + UNSAFE.getFloat(address + 29)
          + UNSAFE.getDouble(address + 33)
          + UNSAFE.getLong(null, address + 1);
    } finally {
      UNSAFE.freeMemory(address);
    }
  }

  static String copies(int size) {
    byte[] from = new byte[size];
    UNSAFE.setMemory(from, BYTES + 2, size - 4, (byte) 9);
    from[3] = 77;
    int[] to = new int[size];
    UNSAFE.copyMemory(from, BYTES, to, INTS + 3, size);
    long address = UNSAFE.allocateMemory(size);
    UNSAFE.copyMemory(to, INTS, null, address, size);
    UNSAFE.copyMemory(address, address + 4, size - 4);
    UNSAFE.copyMemory(null, address, from, BYTES, size);
    UNSAFE.freeMemory(address);
    return Arrays.toString(from) + Arrays.toString(to);
  }

  /** New objects are in old ones, in a way that the collector has to be told of. */
  static String barriers() {
    kept = new Object[KEPT];
    System.gc();
    for (int i = 0; i < KEPT; i++) {
      Object object = new int[] {i, ~i};
      long place = OBJECTS + i * OBJECT_SCALE;
      switch (i % 5) {
        case 0 -> UNSAFE.putObject(kept, place, object);
        case 1 -> UNSAFE.putObjectVolatile(kept, place, object);
        case 2 -> UNSAFE.putOrderedObject(kept, place, object);
        case 3 -> UNSAFE.compareAndSwapObject(kept, place, null, object);
        default -> UNSAFE.getAndSetObject(kept, place, object);
      }
    }
    List<byte[]> garbage = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      garbage.add(new byte[1_000]);
    }
    System.gc();
    long sum = garbage.size();
    for (int i = 0; i < KEPT; i++) {
      int[] found = (int[]) UNSAFE.getObject(kept, OBJECTS + i * OBJECT_SCALE);
      sum = sum * 31 + (found[0] == i && found[1] == ~i ? 1 : 1_000);
    }
    return Long.toString(sum);
  }
}
