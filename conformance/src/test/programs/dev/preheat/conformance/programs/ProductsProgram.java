// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/**
 * Products with constants that are sums and differences of powers of two, up to both ends, and
 * exact arithmetic where it just fits and just does not. (Graal 25.0.4 has {@code MulNode} right,
 * which computed a power of two in 32 bits, and the overflow checks of {@code Math.addExact} and
 * others.)
 */
public final class ProductsProgram {
  private ProductsProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int a : ArithmeticValues.INTS) {
      Check.print("int " + a, ints(a));
      Check.print("narrow " + a, narrow((byte) a, (short) a, (char) a));
      for (int b : ArithmeticValues.INTS) {
        Check.print("exact " + a + " " + b, exact(a, b));
      }
    }
    for (long a : ArithmeticValues.LONGS) {
      Check.print("long " + a, longs(a));
      for (long b : ArithmeticValues.LONGS) {
        Check.print("exact " + a + " " + b, exact(a, b));
      }
    }
    Check.print("counted", counted(1_000));
  }

  private static long ints(int a) {
    long hash = a * 0x7FFFFFFF + 31L * (a * 0x7FFFFFFE);
    hash = hash * 31 + a * 0x7FFF8000 + 31L * (a * 0x40000001);
    hash = hash * 31 + a * 0x80000001 + 31L * (a * 0x80000000);
    hash = hash * 31 + a * 0xFFFF0000 + 31L * (a * -0x7FFFFFFF);
    hash = hash * 31 + a * 0xFFFE + 31L * (a * 0xF0) + 961L * (a * -15) + (a * 17) + (a * 96);
    return hash * 31 + a / 0x7FFFFFFF + a % 0x40000000 + a / 0x80000000 + a / -3;
  }

  private static long longs(long a) {
    long hash = a * 0x7FFFFFFFL ^ a * 0xFFFFFFFFL;
    hash = hash * 31 + a * 0x1_0000_0000L + (a * 0x1_FFFF_FFFFL ^ a * 0x1_FFFF_FFFEL);
    hash = hash * 31 + (a * 0xFFFF_FFFF_0000_0000L ^ a * 0x7FFF_FFFF_FFFF_FFFFL);
    hash = hash * 31 + (a * 0x7FFF_FFFF_0000_0000L ^ a * 0x3_FFFF_FFF8_0000L);
    hash = hash * 31 + (a * 0x4000_0000_0000_0001L ^ a * 0x8000_0000_0000_0001L);
    hash = hash * 31 + (a * 0x8000_0000L ^ a * 0x1_0001_0000L ^ a * -0x1_0000_0000L);
    hash = hash * 31 + (a * 0xFFFF_FFFEL ^ a * 0xF_FFFF_FFFFL ^ a * -0xF_FFFF_FFFFL);
    return hash * 31 + a / 0x1_0000_0000L + a % 0x7FFF_FFFF_FFFF_FFFFL + a / -7;
  }

  private static long narrow(byte b, short s, char c) {
    long hash = (byte) (b * 127) + 31L * (byte) (b * -128) + 961L * (byte) (b * 254);
    hash = hash * 31 + (short) (s * 0x7FFF) + 31L * (short) (s * 0xFFFE) + (short) (s * 0x8001);
    return hash * 31 + (char) (c * 0x7FFF) + 31L * (char) (c * 0xFFFE) + (char) (c * 0x8001);
  }

  private static String exact(int a, int b) {
    StringBuilder text = new StringBuilder();
    try {
      text.append(Math.addExact(a, b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    try {
      text.append(' ').append(Math.subtractExact(a, b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    try {
      text.append(' ').append(Math.multiplyExact(a, b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    try {
      // Stamps leave one operand no room to overflow in one direction.
      text.append(' ').append(Math.addExact(a & 0x7FFFFFFF, b >> 1));
      text.append(' ').append(Math.subtractExact(a >> 1, b >>> 1));
      text.append(' ').append(Math.multiplyExact((short) a, b >> 15));
      text.append(' ').append(Math.negateExact(a)).append(Math.incrementExact(b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    return text.toString();
  }

  private static String exact(long a, long b) {
    StringBuilder text = new StringBuilder();
    try {
      text.append(Math.addExact(a, b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    try {
      text.append(' ').append(Math.subtractExact(a, b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    try {
      text.append(' ').append(Math.multiplyExact(a, b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    try {
      text.append(' ').append(Math.addExact(a & Long.MAX_VALUE, b >> 1));
      text.append(' ').append(Math.subtractExact(a >> 1, b >>> 1));
      text.append(' ').append(Math.multiplyExact((int) a, b >> 31));
      text.append(' ').append(Math.toIntExact(a)).append(Math.decrementExact(b));
    } catch (ArithmeticException e) {
      text.append(e.getMessage());
    }
    return text.toString();
  }

  /** Exact arithmetic on what a loop counts. */
  private static String counted(int rounds) {
    int sum = Integer.MAX_VALUE - 499_400;
    int i = 0;
    try {
      for (i = 0; i < rounds; i++) {
        sum = Math.addExact(sum, i);
      }
    } catch (ArithmeticException e) {
      return i + " " + sum + " " + e.getMessage();
    }
    return i + " " + sum;
  }
}
