// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/** Methods that run so often that the JIT should take them over, and some that should stay. */
public final class HotProgram {
  private static final int OFTEN = 2_300_000;
  private static final int SELDOM = 200;

  /** Of a loop that is entered once: more than code of an image goes round until it tells. */
  private static final int ROUNDS = 20_000_000;

  /** Of three loops within each other. */
  private static final int OUTER = 90_000;

  private static int middle = 40;
  private static int inner = 16;

  private HotProgram() {}

  /** Has so many implementors that no call of it is inlined. */
  interface Work {
    long run(int i);
  }

  /** Calls nothing that is not inlined. */
  static final class Leaf implements Work {
    @Override
    public long run(int i) {
      int mixed = i * 31 ^ (i >>> 3);
      return mixed % 17 == 3 ? mixed + 1 : mixed - (i & 7) * 5 + Integer.bitCount(mixed) * 3;
    }
  }

  /** Calls methods of the JDK, and allocates. */
  static final class Caller implements Work {
    @Override
    public long run(int i) {
      return String.valueOf(i).length() + (i & 3);
    }
  }

  /** Locks. */
  static final class Locked implements Work {
    private long sum;

    @Override
    public synchronized long run(int i) {
      sum += i % 13 == 0 ? 2 : 1;
      if (i % 1_000 == 999) {
        sum = sum * 31 + (sum >>> 5);
      }
      return sum;
    }
  }

  /** Is as good as code of the JIT. */
  static final class Getter implements Work {
    private final long value = 7;

    @Override
    public long run(int i) {
      return value;
    }
  }

  /** Runs seldom. */
  static final class Seldom implements Work {
    @Override
    public long run(int i) {
      return String.valueOf(i).hashCode();
    }
  }

  /** Runs seldom, a loop that has no safepoint and many rounds. */
  static final class Sums implements Work {
    private final int[] numbers = new int[100_000];

    @Override
    public long run(int i) {
      long sum = i;
      for (int k = 0; k < numbers.length; k++) {
        sum += numbers[k] * 3L + k;
      }
      return sum;
    }
  }

  public static void main(String[] args) {
    Work[] often = {new Leaf(), new Caller(), new Locked(), new Getter()};
    Work[] seldom = {new Seldom(), new Sums()};
    long result = 0;
    for (int i = 0; i < OFTEN; i++) {
      for (Work work : i < SELDOM ? seldom : often) {
        result += work.run(i);
      }
    }
    result += entered(ROUNDS) + entersInlined(ROUNDS);
    result += nest(OUTER) + calls(new Step[] {i -> i, i -> i + 1, i -> -i}, ROUNDS);
    System.out.println(result);
  }

  /** Goes round until a condition holds that nobody can count. */
  private static long entered(int rounds) {
    long hash = 1;
    long i = 0;
    while (i != rounds) {
      hash = hash * 31 + (i ^ (hash >>> 7));
      i += hash == 0 ? 2 : 1;
    }
    return hash;
  }

  private static long entersInlined(int rounds) {
    return loop(rounds, 3) + 1;
  }

  private static long loop(int rounds, int factor) {
    long hash = 2;
    long i = 0;
    while (i != rounds) {
      hash = hash * factor + (i ^ (hash >>> 5));
      i += hash == 0 ? 2 : 1;
    }
    return hash;
  }

  /** Only the outer loop is long, and that has not many rounds. */
  private static long nest(int rounds) {
    long[] row = new long[inner];
    for (int i = 0; i < rounds; i++) {
      for (int j = 0; j < middle; j++) {
        for (int k = 0; k < row.length; k++) {
          row[k] = row[k] * 31 + (i ^ j);
        }
      }
    }
    return row[row.length / 2];
  }

  /** What a loop calls. */
  private interface Step {
    long apply(long i);
  }

  /** Each round has a call, at which a thread can stop. */
  private static long calls(Step[] steps, int rounds) {
    long result = 0;
    int i = 0;
    while (i != rounds) {
      result += steps[i % steps.length].apply(result);
      i += result == Long.MIN_VALUE ? 2 : 1;
    }
    return result;
  }
}
