// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A thread closes the arena whose memory another one reads, again and again. */
public final class SharedArenaProgram {
  /** So much is mapped for itself, and unmapped when it is freed. */
  private static final long BYTES = 1 << 20;

  private static volatile MemorySegment current;
  private static volatile boolean isRead;
  private static volatile boolean isOver;
  private static volatile long sum;

  private SharedArenaProgram() {}

  /**
   * Runs.
   *
   * @param args how often the whole of a segment is read first, and how many arenas are closed
   */
  public static void main(String[] args) throws InterruptedException {
    int reads = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    int arenas = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    try (Arena arena = Arena.ofShared()) {
      MemorySegment segment = arena.allocate(BYTES);
      for (int i = 0; i < reads; i++) {
        sum += notInlinedSum(segment);
      }
    }
    Thread reader = new Thread(SharedArenaProgram::read);
    reader.start();
    for (int i = 0; i < arenas; i++) {
      try (Arena arena = Arena.ofShared()) {
        isRead = false;
        current = arena.allocate(BYTES);
        while (!isRead) {
          Thread.onSpinWait();
        }
      }
    }
    isOver = true;
    reader.join();
    System.out.println("closed " + arenas);
  }

  private static void read() {
    while (!isOver) {
      MemorySegment segment = current;
      if (segment != null) {
        isRead = true;
        try {
          sum += notInlinedSum(segment);
        } catch (IllegalStateException e) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static long notInlinedSum(MemorySegment segment) {
    long result = 0;
    for (long i = 0; i < segment.byteSize(); i++) {
      result += segment.get(ValueLayout.JAVA_BYTE, i);
    }
    return result;
  }
}
