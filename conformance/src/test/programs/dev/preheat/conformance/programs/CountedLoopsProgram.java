// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/**
 * Checks of array indices and others that a counted loop makes in each round, with odd steps,
 * bounds at the ends of the types, and indices that are computed from the counter and wrap around:
 * the first that fails must fail in its round, after all that came before. (Graal 25.0.4 moves no
 * such check out of a loop where the outermost value wraps around: {@code
 * SpeculativeGuardMovementPhase}, which images do without. {@code InductionVariable} is what other
 * phases use, too.)
 */
public final class CountedLoopsProgram {
  private static int rounds;

  private CountedLoopsProgram() {}

  private interface Loop {
    long run(int start, int end, int[] array);
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    int[] ends = {
      0,
      1,
      5,
      10,
      11,
      -1,
      -7,
      1_000,
      Integer.MAX_VALUE,
      Integer.MAX_VALUE - 1,
      Integer.MAX_VALUE - 13,
      Integer.MIN_VALUE,
      Integer.MIN_VALUE + 1,
      Integer.MIN_VALUE + 17
    };
    for (int start : ends) {
      for (int end : ends) {
        String name = start + " to " + end;
        check("up " + name, CountedLoopsProgram::up, start, end);
        check("up by three " + name, CountedLoopsProgram::upByThree, start, end);
        check("down " + name, CountedLoopsProgram::down, start, end);
        check("down by seven " + name, CountedLoopsProgram::downBySeven, start, end);
        check("scaled " + name, CountedLoopsProgram::scaled, start, end);
        check("offset " + name, CountedLoopsProgram::offset, start, end);
        check("mirrored " + name, CountedLoopsProgram::mirrored, start, end);
        check("large step " + name, CountedLoopsProgram::largeStep, start, end);
        check("two counters " + name, CountedLoopsProgram::twoCounters, start, end);
        check("inclusive " + name, CountedLoopsProgram::inclusive, start, end);
        check("not equal " + name, CountedLoopsProgram::notEqual, start, end);
        check("long " + name, CountedLoopsProgram::longs, start, end);
        check("unsigned " + name, CountedLoopsProgram::unsigned, start, end);
      }
    }
    for (int i = -3; i < 4; i++) {
      int at = i;
      Check.run("byte " + i, () -> bytes((byte) (Byte.MAX_VALUE + at), (byte) (5 * at)));
      Check.run("short " + i, () -> shorts((short) (Short.MAX_VALUE + at), (short) (7 * at)));
      Check.run("char " + i, () -> chars((char) (Character.MAX_VALUE + at), (char) (9 * at)));
      Check.run("long ends " + i, () -> longEnds(Long.MAX_VALUE - 20 + at, Long.MAX_VALUE - 2));
      Check.run("long start " + i, () -> longEnds(Long.MIN_VALUE + at, Long.MIN_VALUE + 30));
      Check.run("nested " + i, () -> nested(10 + at, new int[100]));
      Check.run("invariant " + i, () -> invariant(new int[] {3, 1, -1}, at, null));
      Check.run("invariant box " + i, () -> invariant(new int[] {3, 1, at}, 2, at));
    }
  }

  private static void check(String name, Loop loop, int start, int end) {
    rounds = 0;
    int[] array = new int[11];
    Check.run(name, () -> loop.run(start, end, array));
    Check.print(name, rounds + " " + java.util.Arrays.hashCode(array));
  }

  /** Ends a loop that would take too long. */
  private static boolean enough() {
    return ++rounds > 40;
  }

  private static long up(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      array[i] += 1;
      sum += i;
    }
    return sum;
  }

  private static long upByThree(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i < end; i += 3) {
      array[i] += i;
      sum += array[i];
    }
    return sum;
  }

  private static long down(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i > end; i--) {
      array[i] += 2;
      sum += i;
    }
    return sum;
  }

  private static long downBySeven(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i >= end; i -= 7) {
      array[i] += 3;
      sum += i;
    }
    return sum;
  }

  private static long scaled(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      array[i * 0x4000_0001] += 4;
      sum += i * 2;
    }
    return sum;
  }

  private static long offset(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      array[i + (Integer.MAX_VALUE - 2) - (Integer.MAX_VALUE - 5)] += 5;
      array[i - 2] += 6;
      sum += i;
    }
    return sum;
  }

  private static long mirrored(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      array[10 - i] += 7;
      sum += Integer.MIN_VALUE - i;
    }
    return sum;
  }

  private static long largeStep(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i < end && !enough(); i += 0x2AAA_AAAB) {
      array[i & 7] += i;
      sum += array[Math.floorMod(i, 11)];
    }
    return sum;
  }

  private static long twoCounters(int start, int end, int[] array) {
    long sum = 0;
    int j = Integer.MAX_VALUE - 4;
    for (int i = start; i < end; i += 2) {
      array[(j & 15) - 5] += i;
      j += 3;
      sum += j;
      if (j < 0) {
        array[i] = j;
      }
    }
    return sum;
  }

  private static long inclusive(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i <= end && !enough(); i++) {
      array[i & 7] += i;
      sum += i;
    }
    return sum;
  }

  private static long notEqual(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; i != end && !enough(); i++) {
      array[i & 7] ^= i;
      sum += i;
    }
    return sum;
  }

  private static long longs(int start, int end, int[] array) {
    long sum = 0;
    for (long i = start; i < end && !enough(); i += 5) {
      array[(int) i] += 8;
      sum += i * 0x4000_0001L;
    }
    return sum;
  }

  private static long unsigned(int start, int end, int[] array) {
    long sum = 0;
    for (int i = start; Integer.compareUnsigned(i, end) < 0 && !enough(); i++) {
      array[i >>> 1 & 7] += 9;
      sum += i & 0xFFFF_FFFFL;
    }
    return sum;
  }

  private static int bytes(byte start, byte end) {
    int count = 0;
    for (byte b = start; b != end && count < 600; b++) {
      count += b < 0 ? 2 : 1;
    }
    for (byte b = end; b < start && count < 900; b += 3) {
      count++;
    }
    return count;
  }

  private static int shorts(short start, short end) {
    int count = 0;
    for (short s = start; s != end && count < 90_000; s++) {
      count += s < 0 ? 2 : 1;
    }
    for (short s = end; s < start && count < 120_000; s += 1_003) {
      count++;
    }
    return count;
  }

  private static int chars(char start, char end) {
    int count = 0;
    for (char c = start; c != end && count < 90_000; c++) {
      count += c > 0x8000 ? 2 : 1;
    }
    for (char c = end; c < start && count < 120_000; c += 1_003) {
      count++;
    }
    return count;
  }

  private static long longEnds(long start, long end) {
    long sum = 0;
    for (long i = start; i < end; i += 3) {
      sum = sum * 31 + (i + 7 < i ? 1 : i * 5 > 0 ? 2 : 3);
      if (i + 3 < i) {
        break;
      }
    }
    return sum;
  }

  private static int nested(int size, int[] array) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j += 2) {
        array[i * 10 + j - 3] += j;
        sum += array[j * size];
      }
    }
    return sum;
  }

  private static int invariant(int[] values, int index, Integer adjust) {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        sum += adjust;
      }
      if (values[i] == 3) {
        sum += values[index] * 100;
      }
      sum += values[i];
    }
    return sum;
  }
}
