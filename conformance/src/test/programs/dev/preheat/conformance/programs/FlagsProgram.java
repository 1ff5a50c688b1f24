// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/**
 * A bit of everything that flags of the VM change: allocation, barriers, locks, intrinsics, calls.
 */
public final class FlagsProgram {
  private static final int OLD = 4_096;
  private static final int TURNS = 40;

  private FlagsProgram() {}

  public static void main(String[] args) throws Exception {
    System.out.println(oldReferences());
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
