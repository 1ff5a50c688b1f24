// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/**
 * What one comparison says about another of the same values, in each type and at NaN, and
 * comparisons of results of comparing. (Graal 25.0.4 has {@code CompareNode.implies} right, which
 * took no notice of how a comparison treats NaN, and {@code IntegerLessThanNode}, which negated the
 * least number.)
 */
public final class RelationsProgram {
  private static final byte[] BYTES = {0, 1, -1, 7, Byte.MAX_VALUE, Byte.MIN_VALUE};
  private static final short[] SHORTS = {0, 1, -1, 7, Short.MAX_VALUE, Short.MIN_VALUE};
  private static final char[] CHARS = {0, 1, 7, 0x7FFF, 0x8000, Character.MAX_VALUE};

  private RelationsProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int a : ArithmeticValues.INTS) {
      Check.print("int " + a, ints(a));
    }
    for (long a : ArithmeticValues.LONGS) {
      Check.print("long " + a, longs(a));
    }
    for (float a : ArithmeticValues.FLOATS) {
      Check.print("float " + a, floats(a));
    }
    for (double a : ArithmeticValues.DOUBLES) {
      Check.print("double " + a, doubles(a));
    }
    for (byte a : BYTES) {
      for (byte b : BYTES) {
        Check.print("byte " + a + " " + b, after(a, b) + " " + after(a & 0xFF, b & 0xFF));
      }
    }
    for (short a : SHORTS) {
      for (short b : SHORTS) {
        Check.print("short " + a + " " + b, after(a, b) + " " + after(a & 0xFFFF, b & 0xFFFF));
      }
    }
    for (char a : CHARS) {
      for (char b : CHARS) {
        Check.print("char " + (int) a + " " + (int) b, after(a, b));
      }
    }
  }

  private static String ints(int a) {
    StringBuilder text = new StringBuilder(Long.toHexString(constants(a)));
    for (int b : ArithmeticValues.INTS) {
      text.append(' ').append(after(a, b)).append(' ').append(normalised(Integer.compare(a, b)));
      text.append(' ').append(normalised(Integer.compareUnsigned(a, b)));
    }
    return text.toString();
  }

  private static String longs(long a) {
    StringBuilder text = new StringBuilder(Long.toHexString(constants(a)));
    for (long b : ArithmeticValues.LONGS) {
      text.append(' ').append(after(a, b)).append(' ').append(normalised(Long.compare(a, b)));
      text.append(' ').append(normalised(Long.compareUnsigned(a, b)));
      text.append(' ').append(a < b ? -1 : a == b ? 0 : 1);
    }
    return text.toString();
  }

  private static String floats(float a) {
    StringBuilder text = new StringBuilder();
    for (float b : ArithmeticValues.FLOATS) {
      text.append(' ').append(after(a, b)).append(' ').append(normalised(Float.compare(a, b)));
      text.append(' ').append(normalised(lessIfNan(a, b))).append(normalised(moreIfNan(a, b)));
    }
    return text.toString();
  }

  private static String doubles(double a) {
    StringBuilder text = new StringBuilder();
    for (double b : ArithmeticValues.DOUBLES) {
      text.append(' ').append(after(a, b)).append(' ').append(normalised(Double.compare(a, b)));
      text.append(' ').append(normalised(lessIfNan(a, b))).append(normalised(moreIfNan(a, b)));
    }
    return text.toString();
  }

  // All relations of two values, asked where one of them is known to hold, or not to.

  private static long after(int a, int b) {
    long hash = a < b ? relations(a, b) : ~relations(a, b);
    hash = hash * 31 + (a <= b ? relations(b, a) : ~relations(a, b));
    hash = hash * 31 + (a > b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a >= b ? relations(a, b) : ~relations(a, b));
    hash = hash * 31 + (a == b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a != b ? relations(a, b) : ~relations(a, b));
    hash = hash * 31 + (Integer.compareUnsigned(a, b) < 0 ? relations(a, b) : ~relations(b, a));
    return hash * 31 + (!(a < b) && !(b < a) ? relations(a, b) : ~relations(a, b));
  }

  private static int relations(int a, int b) {
    int bits = (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0);
    bits |= (a == b ? 16 : 0) | (a != b ? 32 : 0);
    return bits | (Integer.compareUnsigned(a, b) < 0 ? 64 : 0);
  }

  private static long after(long a, long b) {
    long hash = a < b ? relations(a, b) : ~relations(a, b);
    hash = hash * 31 + (a <= b ? relations(b, a) : ~relations(a, b));
    hash = hash * 31 + (a > b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a >= b ? relations(a, b) : ~relations(a, b));
    hash = hash * 31 + (a == b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a != b ? relations(a, b) : ~relations(a, b));
    hash = hash * 31 + (Long.compareUnsigned(a, b) < 0 ? relations(a, b) : ~relations(b, a));
    return hash * 31 + (!(a < b) && !(b < a) ? relations(a, b) : ~relations(a, b));
  }

  private static int relations(long a, long b) {
    int bits = (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0);
    bits |= (a == b ? 16 : 0) | (a != b ? 32 : 0);
    return bits | (Long.compareUnsigned(a, b) < 0 ? 64 : 0);
  }

  private static long after(float a, float b) {
    long hash = a < b ? relations(a, b) : ~relations(a, b);
    hash = hash * 31 + (a <= b ? relations(b, a) : ~relations(a, b));
    hash = hash * 31 + (a > b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a >= b ? relations(a, b) : ~relations(a, b));
    hash = hash * 31 + (a == b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (!(a >= b) ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a == a ? relations(a, b) : ~relations(a, b));
    return hash * 31 + (!(a < b) && !(b < a) ? relations(a, b) : ~relations(a, b));
  }

  private static int relations(float a, float b) {
    int bits = (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0);
    bits |= (a == b ? 16 : 0) | (a != b ? 32 : 0) | (!(a < b) ? 64 : 0) | (!(a >= b) ? 128 : 0);
    return bits | (!(a > b) ? 256 : 0) | (!(a <= b) ? 512 : 0) | (b == b ? 1024 : 0);
  }

  private static long after(double a, double b) {
    long hash = a < b ? relations(a, b) : ~relations(a, b);
    hash = hash * 31 + (a <= b ? relations(b, a) : ~relations(a, b));
    hash = hash * 31 + (a > b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a >= b ? relations(a, b) : ~relations(a, b));
    hash = hash * 31 + (a == b ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (!(a >= b) ? relations(a, b) : ~relations(b, a));
    hash = hash * 31 + (a == a ? relations(a, b) : ~relations(a, b));
    return hash * 31 + (!(a < b) && !(b < a) ? relations(a, b) : ~relations(a, b));
  }

  private static int relations(double a, double b) {
    int bits = (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0);
    bits |= (a == b ? 16 : 0) | (a != b ? 32 : 0) | (!(a < b) ? 64 : 0) | (!(a >= b) ? 128 : 0);
    return bits | (!(a > b) ? 256 : 0) | (!(a <= b) ? 512 : 0) | (b == b ? 1024 : 0);
  }

  // What is known of a value that equals a constant, at both ends and beside them.

  private static long constants(int a) {
    if (a == Integer.MIN_VALUE) {
      return ends(a) ^ 1;
    } else if (a == Integer.MAX_VALUE) {
      return ends(a) ^ 2;
    } else if (a == -1) {
      return ends(a) ^ 3;
    }
    return a < Integer.MIN_VALUE + 1 ? -1 : a >= Integer.MAX_VALUE ? -2 : ends(a);
  }

  private static long ends(int a) {
    long bits = (a < Integer.MIN_VALUE + 1 ? 1 : 0) | (a < Integer.MAX_VALUE ? 2 : 0);
    bits |= (a == Integer.MAX_VALUE ? 4 : 0) | (a > Integer.MIN_VALUE ? 8 : 0) | (a < 0 ? 16 : 0);
    bits |= (a < -1 ? 32 : 0) | (a != Integer.MIN_VALUE ? 64 : 0) | (a <= -1 ? 128 : 0);
    return bits | (Integer.compareUnsigned(a, Integer.MIN_VALUE) < 0 ? 256 : 0);
  }

  private static long constants(long a) {
    if (a == Long.MIN_VALUE) {
      return ends(a) ^ 1;
    } else if (a == Long.MAX_VALUE) {
      return ends(a) ^ 2;
    } else if (a == -1) {
      return ends(a) ^ 3;
    }
    return a < Long.MIN_VALUE + 1 ? -1 : a >= Long.MAX_VALUE ? -2 : ends(a);
  }

  private static long ends(long a) {
    long bits = (a < Long.MIN_VALUE + 1 ? 1 : 0) | (a < Long.MAX_VALUE ? 2 : 0);
    bits |= (a == Long.MAX_VALUE ? 4 : 0) | (a > Long.MIN_VALUE ? 8 : 0) | (a < 0 ? 16 : 0);
    bits |= (a < -1 ? 32 : 0) | (a != Long.MIN_VALUE ? 64 : 0) | (a <= -1 ? 128 : 0);
    return bits | (Long.compareUnsigned(a, Long.MIN_VALUE) < 0 ? 256 : 0);
  }

  // The result of comparing (-1, 0 or 1), compared with constants up to both ends.

  private static int lessIfNan(float a, float b) {
    return a > b ? 1 : a == b ? 0 : -1;
  }

  private static int moreIfNan(float a, float b) {
    return a < b ? -1 : a == b ? 0 : 1;
  }

  private static int lessIfNan(double a, double b) {
    return a > b ? 1 : a == b ? 0 : -1;
  }

  private static int moreIfNan(double a, double b) {
    return a < b ? -1 : a == b ? 0 : 1;
  }

  private static int normalised(int result) {
    int bits = (result < 0 ? 1 : 0) | (result > 0 ? 2 : 0) | (result >= 1 ? 4 : 0);
    bits |= (result > -1 ? 8 : 0) | (result > -2 ? 16 : 0) | (result < 2 ? 32 : 0);
    bits |= (result > Integer.MIN_VALUE ? 64 : 0) | (result < Integer.MAX_VALUE ? 128 : 0);
    bits |= (result == Integer.MIN_VALUE ? 256 : 0) | (result <= Integer.MIN_VALUE ? 512 : 0);
    long wide = result;
    bits |= (wide > Long.MIN_VALUE ? 1024 : 0) | (wide < Long.MAX_VALUE ? 2048 : 0);
    return bits | (wide <= Long.MIN_VALUE ? 4096 : 0) | (wide == Long.MIN_VALUE ? 8192 : 0);
  }
}
