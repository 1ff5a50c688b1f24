// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.zip.CRC32;

/**
 * A bit of everything that flags of the VM change: allocation, barriers, locks, intrinsics, calls.
 */
public final class FlagsProgram {
  private static final int OLD = 4_096;
  private static final int TURNS = 40;

  private FlagsProgram() {}

  public static void main(String[] args) throws Exception {
    System.out.println(oldReferences());
    System.out.println(checksum());
    System.out.println(mathematics());
    System.out.println(sameBoxes());
    AllocationProgram.main(args);
    ArraysProgram.main(args);
    CallsProgram.main(args);
    ExceptionsProgram.main(args);
    LocksProgram.main(args);
    LoopsProgram.main(args);
    StacksProgram.main(args);
    StringsProgram.main(args);
    ThreadsProgram.main(args);
  }

  /** Byte by byte, which compiled code does by a table of the VM's. */
  private static long checksum() {
    CRC32 checksum = new CRC32();
    for (int i = 0; i < 20_000; i++) {
      checksum.update(i);
    }
    return checksum.getValue();
  }

  /** To the last bit. */
  private static long mathematics() {
    long bits = 0;
    for (int i = 1; i < 5_000; i++) {
      double x = i / 97.0;
      bits = 31 * bits + bits(Math.sin(x)) + 3 * bits(Math.cos(x)) + 5 * bits(Math.tan(x));
      bits = 31 * bits + bits(Math.exp(x)) + 3 * bits(Math.log(x)) + 5 * bits(Math.log10(x));
      bits = 31 * bits + bits(Math.pow(x, 1.7)) + 3 * bits(Math.tanh(x)) + 5 * bits(Math.cbrt(x));
    }
    return bits + bits(Math.pow(2.5, 1.3));
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }

  /** How many numbers have one box only. */
  private static int sameBoxes() {
    int same = 0;
    for (int i = -2_000; i < 2_000; i++) {
      Integer one = i;
      Integer other = Integer.valueOf(i);
      same += one == other ? 1 : 0;
    }
    return same;
  }

  private static final class Node {
    Object reference;
  }

  /** Old objects refer to young ones, which only barriers let the collector know. */
  private static long oldReferences() {
    Node[] old = new Node[OLD];
    for (int i = 0; i < OLD; i++) {
      old[i] = new Node();
    }
    System.gc();
    long sum = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = turn % 7; i < OLD; i += 7) {
        old[i].reference = new int[] {turn, i, turn ^ i};
      }
      sum += garbage(turn);
      for (int i = 0; i < OLD; i++) {
        sum = 31 * sum + (old[i].reference instanceof int[] values ? values[2] : i);
      }
    }
    return sum;
  }

  /** Enough for several collections of a small young generation. */
  private static int garbage(int seed) {
    int length = 0;
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[1_024 + (seed + i) % 97];
      length += bytes.length;
    }
    return length;
  }
}
