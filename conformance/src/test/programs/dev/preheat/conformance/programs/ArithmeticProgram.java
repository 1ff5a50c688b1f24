// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/** Every operator of every primitive type, on values that are special. */
public final class ArithmeticProgram {
  private ArithmeticProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int a : ArithmeticValues.INTS) {
      for (int b : ArithmeticValues.INTS) {
        ints(a, b);
      }
      Check.print("int unary " + a, intUnary(a));
    }
    for (long a : ArithmeticValues.LONGS) {
      for (long b : ArithmeticValues.LONGS) {
        longs(a, b);
      }
      Check.print("long unary " + a, longUnary(a));
    }
    for (float a : ArithmeticValues.FLOATS) {
      for (float b : ArithmeticValues.FLOATS) {
        Check.print("float " + a + " " + b, floats(a, b));
      }
      Check.print("float unary " + a, floatUnary(a));
    }
    for (double a : ArithmeticValues.DOUBLES) {
      for (double b : ArithmeticValues.DOUBLES) {
        Check.print("double " + a + " " + b, doubles(a, b));
      }
      Check.print("double unary " + a, doubleUnary(a));
    }
    for (int a : ArithmeticValues.INTS) {
      compounds((byte) a, (short) a, (char) a);
    }
  }

  private static void ints(int a, int b) {
    String name = "int " + a + " " + b;
    Check.print(name, intBinary(a, b) + " " + intShifts(a, b) + " " + intCompare(a, b));
    Check.run(name + " /", () -> intDivide(a, b));
    Check.run(name + " %", () -> intRemainder(a, b));
    Check.run(name + " exact", () -> intExact(a, b));
    Check.run(name + " unsigned", () -> Integer.divideUnsigned(a, b));
    Check.run(name + " unsigned %", () -> Integer.remainderUnsigned(a, b));
    Check.run(name + " floor", () -> Math.floorDiv(a, b) * 31 + Math.floorMod(a, b));
  }

  static String intBinary(int a, int b) {
    return (a + b) + " " + (a - b) + " " + (a * b) + " " + (a & b) + " " + (a | b) + " " + (a ^ b);
  }

  static String intShifts(int a, int b) {
    return (a << b) + " " + (a >> b) + " " + (a >>> b) + " " + (1L << b) + " " + ((long) a >>> b);
  }

  static int intCompare(int a, int b) {
    int bits = 0;
    bits |= a < b ? 1 : 0;
    bits |= a <= b ? 2 : 0;
    bits |= a > b ? 4 : 0;
    bits |= a >= b ? 8 : 0;
    bits |= a == b ? 16 : 0;
    bits |= a != b ? 32 : 0;
    bits |= Integer.compareUnsigned(a, b) < 0 ? 64 : 0;
    return bits + 128 * Math.max(a, b) + Math.min(a, b);
  }

  static int intDivide(int a, int b) {
    return a / b;
  }

  static int intRemainder(int a, int b) {
    return a % b;
  }

  static String intExact(int a, int b) {
    return Math.addExact(a, b) + " " + Math.subtractExact(a, b) + " " + Math.multiplyExact(a, b);
  }

  static String intUnary(int a) {
    return -a
        + " "
        + ~a
        + " "
        + Math.abs(a)
        + " "
        + (byte) a
        + " "
        + (short) a
        + " "
        + (int) (char) a
        + " "
        + (long) a
        + " "
        + (float) a
        + " "
        + (double) a
        + " "
        + Integer.bitCount(a)
        + " "
        + Integer.reverse(a)
        + " "
        + Integer.reverseBytes(a)
        + " "
        + Integer.numberOfLeadingZeros(a)
        + " "
        + Integer.numberOfTrailingZeros(a)
        + " "
        + Integer.highestOneBit(a)
        + " "
        + Integer.rotateLeft(a, 5)
        + " "
        + a / 7
        + " "
        + a % 7
        + " "
        + a / 8
        + " "
        + a % 8
        + " "
        + a / -3
        + " "
        + a * 9
        + " "
        + Integer.toUnsignedLong(a)
        + " "
        + Float.intBitsToFloat(a);
  }

  private static void longs(long a, long b) {
    String name = "long " + a + " " + b;
    Check.print(name, longBinary(a, b) + " " + longShifts(a, b) + " " + longCompare(a, b));
    Check.run(name + " /", () -> longDivide(a, b));
    Check.run(name + " %", () -> longRemainder(a, b));
    Check.run(name + " exact", () -> longExact(a, b));
    Check.run(name + " unsigned", () -> Long.divideUnsigned(a, b));
    Check.run(name + " unsigned %", () -> Long.remainderUnsigned(a, b));
    Check.run(name + " int", () -> Math.toIntExact(a ^ b));
    Check.print(name + " high", Math.multiplyHigh(a, b) + " " + Math.unsignedMultiplyHigh(a, b));
  }

  static String longBinary(long a, long b) {
    return (a + b) + " " + (a - b) + " " + (a * b) + " " + (a & b) + " " + (a | b) + " " + (a ^ b);
  }

  static String longShifts(long a, long b) {
    return (a << b)
        + " "
        + (a >> b)
        + " "
        + (a >>> b)
        + " "
        + (a << (int) b)
        + " "
        + ((int) a >>> b);
  }

  static long longCompare(long a, long b) {
    long bits = 0;
    bits |= a < b ? 1 : 0;
    bits |= a <= b ? 2 : 0;
    bits |= a > b ? 4 : 0;
    bits |= a == b ? 16 : 0;
    bits |= Long.compareUnsigned(a, b) < 0 ? 64 : 0;
    return bits + 128 * Math.max(a, b) + Math.min(a, b) + Long.compare(a, b);
  }

  static long longDivide(long a, long b) {
    return a / b;
  }

  static long longRemainder(long a, long b) {
    return a % b;
  }

  static String longExact(long a, long b) {
    return Math.addExact(a, b) + " " + Math.subtractExact(a, b) + " " + Math.multiplyExact(a, b);
  }

  static String longUnary(long a) {
    return -a
        + " "
        + ~a
        + " "
        + Math.abs(a)
        + " "
        + (byte) a
        + " "
        + (short) a
        + " "
        + (int) (char) a
        + " "
        + (int) a
        + " "
        + (float) a
        + " "
        + (double) a
        + " "
        + Long.bitCount(a)
        + " "
        + Long.reverse(a)
        + " "
        + Long.reverseBytes(a)
        + " "
        + Long.numberOfLeadingZeros(a)
        + " "
        + Long.numberOfTrailingZeros(a)
        + " "
        + Long.rotateRight(a, 13)
        + " "
        + a / 10
        + " "
        + a % 10
        + " "
        + a / -16
        + " "
        + a % 16
        + " "
        + Double.longBitsToDouble(a)
        + " "
        + Long.hashCode(a);
  }

  static String floats(float a, float b) {
    return bits(a + b)
        + bits(a - b)
        + bits(a * b)
        + bits(a / b)
        + bits(a % b)
        + bits(Math.max(a, b))
        + bits(Math.min(a, b))
        + bits(Math.fma(a, b, 1f))
        + bits(Math.copySign(a, b))
        + (a < b)
        + (a <= b)
        + (a > b)
        + (a >= b)
        + (a == b)
        + (a != b)
        + !(a < b)
        + !(a >= b)
        + Float.compare(a, b);
  }

  static String floatUnary(float a) {
    return bits(-a)
        + bits(Math.abs(a))
        + (int) a
        + " "
        + (long) a
        + " "
        + (byte) a
        + " "
        + (short) a
        + " "
        + (int) (char) a
        + " "
        + bits((float) (double) a)
        + Math.round(a)
        + " "
        + bits((float) Math.sqrt(a))
        + Float.isNaN(a)
        + Float.isInfinite(a)
        + " "
        + bits(Math.signum(a))
        + " "
        + Float.floatToIntBits(a)
        + " "
        + Float.floatToFloat16(a)
        + " "
        + bits(Math.ulp(a))
        + bits(++a)
        + bits(a--);
  }

  static String doubles(double a, double b) {
    return bits(a + b)
        + bits(a - b)
        + bits(a * b)
        + bits(a / b)
        + bits(a % b)
        + bits(Math.max(a, b))
        + bits(Math.min(a, b))
        + bits(Math.fma(a, b, 1d))
        + bits(Math.copySign(a, b))
        + bits(Math.pow(a, b))
        + bits(Math.atan2(a, b))
        + bits(Math.hypot(a, b))
        + (a < b)
        + (a <= b)
        + (a > b)
        + (a >= b)
        + (a == b)
        + (a != b)
        + !(a < b)
        + !(a >= b)
        + Double.compare(a, b);
  }

  static String doubleUnary(double a) {
    return bits(-a)
        + bits(Math.abs(a))
        + (int) a
        + " "
        + (long) a
        + " "
        + (byte) a
        + " "
        + (short) a
        + " "
        + (int) (char) a
        + " "
        + bits((float) a)
        + Math.round(a)
        + " "
        + bits(Math.sqrt(a))
        + bits(Math.sin(a))
        + bits(Math.cos(a))
        + bits(Math.tan(a))
        + bits(Math.exp(a))
        + bits(Math.log(a))
        + bits(Math.log10(a))
        + bits(Math.floor(a))
        + bits(Math.ceil(a))
        + bits(Math.rint(a))
        + bits(Math.cbrt(a))
        + bits(Math.tanh(a))
        + bits(Math.signum(a))
        + bits(Math.ulp(a))
        + Double.isNaN(a)
        + Double.doubleToLongBits(a)
        + bits(Math.sinh(a))
        + bits(Math.toRadians(a));
  }

  private static void compounds(byte b, short s, char c) {
    Check.print("compound " + b, compoundByte(b) + " " + compoundShort(s) + " " + compoundChar(c));
  }

  static int compoundByte(byte value) {
    byte b = value;
    b += 100;
    b *= 3;
    b >>= 1;
    b >>>= 1;
    b ^= 0x155;
    b++;
    b -= 1.7;
    return b;
  }

  static int compoundShort(short value) {
    short s = value;
    s += 40_000;
    s *= 3;
    s >>>= 3;
    s /= 7;
    s--;
    s <<= 9;
    return s;
  }

  static int compoundChar(char value) {
    char c = value;
    c += 1;
    c *= 31;
    c >>= 2;
    c -= 70_000;
    c++;
    return c % 1000 + c;
  }

  private static String bits(float value) {
    return Integer.toHexString(Float.floatToRawIntBits(value)) + " ";
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToRawLongBits(value)) + " ";
  }
}
