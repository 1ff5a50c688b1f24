// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/**
 * Shifts of narrow types, which Java widens and narrows again, by every amount: one after the
 * other, of arrays, of what a mask leaves, by what a loop counts. (Graal 25.0.4 has the stamps of
 * narrow shifts right, {@code IntegerStamp} and {@code UnsignedRightShiftNode}, which shifted in no
 * sign.)
 */
public final class NarrowShiftsProgram {
  private static final int[] VALUES = {
    0,
    1,
    -1,
    2,
    0x55,
    0x7F,
    0x80,
    0x81,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0x8001,
    0xFFFF,
    -128,
    -129,
    0x12345678,
    0x89ABCDEF,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE
  };

  private NarrowShiftsProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int value : VALUES) {
      Check.print("byte " + value, bytes((byte) value));
      Check.print("short " + value, shorts((short) value));
      Check.print("char " + value, chars((char) value));
      Check.print("long " + value, longs(value * 0x1_0000_0001L));
      for (int amount = -1; amount <= 65; amount++) {
        Check.print(value + " by " + amount, amounts(value, amount));
      }
    }
    Check.print("signs", signs(new byte[] {-128, -1, 0, 1, 127}));
    Check.print("byte array", array(new byte[300]));
    Check.print("short array", array(new short[300]));
    Check.print("char array", array(new char[300]));
  }

  private static String bytes(byte value) {
    long hash = value >> 1;
    byte a = value;
    a >>= 3;
    byte b = value;
    b >>>= 3;
    byte c = value;
    c <<= 7;
    hash = hash * 31 + a + 256L * b + 65_536L * c;
    hash = hash * 31 + (byte) (value >>> 1) + 256 * (byte) (value >>> 7);
    hash = hash * 31 + (byte) (value >>> 8) + 256 * (byte) (value >>> 24);
    hash = hash * 31 + (byte) (value >>> 25) + 256 * (byte) (value >>> 31);
    hash = hash * 31 + (byte) (value >> 7) + 256 * (byte) (value >> 31) + (byte) (value >> 30);
    hash =
        hash * 31 + (byte) ((byte) (value >>> 4) >>> 4) + 256 * (byte) ((byte) (value << 1) >> 1);
    hash = hash * 31 + ((value & 0xFF) >>> 4) + 256 * (byte) ((value & 0x80) >>> 7);
    int sign = value < 0 ? -1 : 0;
    hash = hash * 31 + (byte) (sign >>> 7) + 256 * (sign >>> 31) + (byte) ((byte) sign >>> 7);
    return hash + " " + a + " " + b + " " + c;
  }

  private static String shorts(short value) {
    long hash = value >> 1;
    short a = value;
    a >>= 9;
    short b = value;
    b >>>= 9;
    short c = value;
    c <<= 15;
    hash = hash * 31 + a + 65_536L * b + 0x1_0000_0000L * c;
    hash = hash * 31 + (short) (value >>> 1) + 256 * (short) (value >>> 15);
    hash = hash * 31 + (short) (value >>> 16) + 256 * (short) (value >>> 17);
    hash = hash * 31 + (short) (value >>> 31) + 256 * (short) (value >> 31) + (short) (value >> 15);
    hash = hash * 31 + (short) ((short) (value >>> 8) >>> 8) + (short) ((short) (value << 1) >> 1);
    hash = hash * 31 + (byte) (value >>> 8) + 256 * (byte) (value >> 8) + (char) (value >>> 4);
    hash = hash * 31 + ((value & 0xFFFF) >>> 4) + 256 * (short) ((value & 0x8000) >>> 15);
    return hash + " " + a + " " + b + " " + c;
  }

  private static String chars(char value) {
    long hash = value >> 1;
    char a = value;
    a >>= 9;
    char b = value;
    b >>>= 9;
    char c = value;
    c <<= 15;
    hash = hash * 31 + a + 65_536L * b + 0x1_0000_0000L * c;
    hash = hash * 31 + (char) (value >>> 1) + 256 * (char) (value >>> 15);
    hash = hash * 31 + (char) (value >>> 16) + 256 * (char) (value >> 17);
    hash = hash * 31 + (char) ((char) (value >>> 8) >>> 8) + (char) ((char) (value << 1) >> 1);
    hash = hash * 31 + (byte) (value >>> 8) + 256 * (short) (value >> 1) + (short) (value << 1);
    return hash + " " + (int) a + " " + (int) b + " " + (int) c;
  }

  private static String longs(long value) {
    long hash = (int) (value >>> 31) + 31 * (int) (value >> 33);
    hash = hash * 31 + (byte) (value >>> 63) + (byte) (value >> 63) + (byte) (value >>> 57);
    hash = hash * 31 + (short) (value >>> 49) + (char) (value >> 47) + (char) (value >>> 60);
    hash = hash * 31 + (int) (value << 31 >>> 31) + (int) (value << 1 >> 33);
    return hash
        + " "
        + ((int) value >>> 1)
        + " "
        + ((int) value >> 31)
        + " "
        + (value >>> 32 << 32);
  }

  private static long amounts(int value, int amount) {
    byte b = (byte) value;
    short s = (short) value;
    char c = (char) value;
    b >>= amount;
    s >>= amount;
    c >>= amount;
    long hash = b + 31L * s + 961L * c;
    b = (byte) value;
    s = (short) value;
    c = (char) value;
    b >>>= amount;
    s >>>= amount;
    c >>>= amount;
    hash = hash * 31 + b + 31L * s + 961L * c;
    b = (byte) value;
    s = (short) value;
    c = (char) value;
    b <<= amount;
    s <<= amount;
    c <<= amount;
    hash = hash * 31 + b + 31L * s + 961L * c;
    return hash * 31 + (byte) ((long) value >>> amount) + (short) ((long) value >> amount);
  }

  /** What is -1 or 0, shifted. */
  private static String signs(byte[] values) {
    StringBuilder text = new StringBuilder();
    for (byte value : values) {
      byte sign = (byte) (value >> 7);
      short wide = sign;
      text.append(sign >>> 7).append(' ').append((byte) (sign >>> 7)).append(' ');
      text.append((byte) (sign >>> 1)).append(' ').append((short) (wide >>> 15)).append(' ');
      text.append((byte) (sign >>> 31)).append(' ').append((char) (sign >>> 8) + 0).append('\n');
    }
    return text.toString();
  }

  private static String array(byte[] values) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i * 37);
      values[i] >>>= i & 31;
      sum = sum * 31 + values[i];
      values[i] = (byte) ((byte) i >> 3 << 1);
      values[i] >>= i;
      sum = sum * 31 + (values[i] >>> 4);
    }
    return sum + " " + values[299];
  }

  private static String array(short[] values) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i * 3_731);
      values[i] >>>= i & 31;
      sum = sum * 31 + values[i];
      values[i] = (short) ((short) (i * 511) >> 3 << 1);
      values[i] >>= i;
      sum = sum * 31 + (values[i] >>> 12);
    }
    return sum + " " + values[299];
  }

  private static String array(char[] values) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (char) (i * 3_731);
      values[i] >>>= i & 31;
      sum = sum * 31 + values[i];
      values[i] = (char) ((short) (i * 511) >> 3 << 1);
      values[i] >>= i;
      sum = sum * 31 + (values[i] >>> 12);
    }
    return sum + " " + (int) values[299];
  }
}
