// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reproducers;

/**
 * A sum that may wrap around, compared with its operand, where the addend has both signs and is
 * never 0. Graal 25.0.3 folded {@code x + a < x} to {@code x > upper bound - a}, which holds for an
 * addend of one sign only (oracle/graal #13079, {@code IntegerLowerThanNode}).
 */
public final class WrappedSumProgram {
  private static final int DISTANCE = 200;

  private WrappedSumProgram() {}

  public static void main(String[] args) {
    for (int kind = 0; kind < 3; kind++) {
      System.out.println("int " + ints(Integer.MIN_VALUE, kind) + " " + ints(0, kind));
      System.out.println("int below the end " + ints(Integer.MAX_VALUE - DISTANCE, kind));
      System.out.println("long " + longs(Long.MIN_VALUE, kind) + " " + longs(0, kind));
      System.out.println("long below the end " + longs(Long.MAX_VALUE - DISTANCE, kind));
      System.out.println("narrow " + narrows(kind));
    }
    System.out.println("shift " + shift(Integer.MIN_VALUE + 10, 1));
  }

  private static int shift(int x, int kind) {
    int addend = kind == 0 ? -99 : kind == 1 ? -3 : 77;
    if (x + addend < x) {
      return x >= Integer.MIN_VALUE + 99 ? 1 : 2;
    }
    return 3;
  }

  private static long ints(int start, int kind) {
    long hash = 0;
    for (int i = 0; i < DISTANCE; i++) {
      int x = start + i;
      hash = hash * 31 + shift(x, kind);
      hash = hash * 31 + less(x, kind);
      hash = hash * 31 + notLess(x, kind);
      hash = hash * 31 + difference(x, kind);
      hash = hash * 31 + below(x, kind);
      hash = hash * 31 + product(x, kind);
    }
    return hash;
  }

  private static int less(int x, int kind) {
    int addend = kind == 0 ? Integer.MIN_VALUE + 1 : kind == 1 ? -1 : Integer.MAX_VALUE;
    return x < x + addend ? 1 : x + addend < x ? 2 : 3;
  }

  private static int notLess(int x, int kind) {
    int addend = kind == 0 ? -5 : kind == 1 ? 101 : 7;
    return x + addend >= x ? 1 : x > x + addend ? 2 : 3;
  }

  private static int difference(int x, int kind) {
    int subtrahend = kind == 0 ? 19 : kind == 1 ? -33 : 1;
    return x - subtrahend < x ? 1 : x - subtrahend > x ? 2 : 3;
  }

  private static int below(int x, int kind) {
    int addend = kind == 0 ? -99 : kind == 1 ? -3 : 77;
    return Integer.compareUnsigned(x + addend, x) < 0
        ? Integer.compareUnsigned(x, 77) < 0 ? 1 : 2
        : 3;
  }

  /** Odd, so never 0, and with both signs, which only the bits tell. */
  private static int product(int x, int kind) {
    int addend = kind * 0x5555_5554 | 1;
    return x + addend < x ? 1 : x < x + addend ? 2 : 3;
  }

  private static long longs(long start, int kind) {
    long hash = 0;
    for (int i = 0; i < DISTANCE; i++) {
      long x = start + i;
      hash = hash * 31 + lessLong(x, kind);
      hash = hash * 31 + belowLong(x, kind);
    }
    return hash;
  }

  private static int lessLong(long x, int kind) {
    long addend = kind == 0 ? -99 : kind == 1 ? -3 : 77;
    if (x + addend < x) {
      return x >= Long.MIN_VALUE + 99 ? 1 : 2;
    }
    return x < x + addend ? 3 : 4;
  }

  private static int belowLong(long x, int kind) {
    long addend = kind == 0 ? Long.MIN_VALUE | 1 : kind == 1 ? -3 : Long.MAX_VALUE;
    return Long.compareUnsigned(x + addend, x) < 0
        ? 1
        : Long.compareUnsigned(x, addend) < 0 ? 2 : 3;
  }

  private static long narrows(int kind) {
    long hash = 0;
    for (int i = Byte.MIN_VALUE; i <= Byte.MAX_VALUE; i++) {
      hash = hash * 31 + narrow((byte) i, kind);
      hash = hash * 31 + narrow((short) (Short.MIN_VALUE + i), kind);
      hash = hash * 31 + narrow((char) (Character.MAX_VALUE + i), kind);
    }
    return hash;
  }

  private static int narrow(byte x, int kind) {
    byte addend = (byte) (kind == 0 ? -99 : kind == 1 ? -3 : 77);
    return (byte) (x + addend) < x ? x >= Byte.MIN_VALUE + 99 ? 1 : 2 : 3;
  }

  private static int narrow(short x, int kind) {
    short addend = (short) (kind == 0 ? -99 : kind == 1 ? -3 : 77);
    return (short) (x + addend) < x ? x >= Short.MIN_VALUE + 99 ? 1 : 2 : 3;
  }

  private static int narrow(char x, int kind) {
    char addend = (char) (kind == 0 ? -99 : kind == 1 ? -3 : 77);
    return (char) (x + addend) < x ? x >= 99 ? 1 : 2 : 3;
  }
}
