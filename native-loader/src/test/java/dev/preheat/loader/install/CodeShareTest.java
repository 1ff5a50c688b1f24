// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Segment maps as the VM writes them, and as they are while it commits more. */
class CodeShareTest {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int SEGMENTS = 4096;
  private static final byte FREE = -1;
  private static final int LARGEST = 0xFE;

  private final long map = UNSAFE.allocateMemory(SEGMENTS);

  @AfterEach
  void free() {
    UNSAFE.freeMemory(map);
  }

  @Test
  void whatIsUsedIsBeforeWhatIsFree() {
    for (int used : new int[] {0, 6, 7, 300, 2048, 4090, SEGMENTS}) {
      UNSAFE.setMemory(map, SEGMENTS, FREE);
      block(0, used);

      assertEquals(used, CodeShare.used(map, SEGMENTS));
    }
  }

  @Test
  void manySmallBlocksAreNoneThatIsNew() {
    UNSAFE.setMemory(map, SEGMENTS, FREE);
    for (int start = 0; start < 3000; start += 3) {
      block(start, 3);
    }

    assertEquals(3000, CodeShare.used(map, SEGMENTS));
    assertEquals(3000, CodeShare.used(map, 3000));
    assertEquals(2998, CodeShare.used(map, 2998));
  }

  /** Committed, and full of zeros, which the VM is about to mark as free. */
  @Test
  void whatIsJustCommittedDoesNotCount() {
    for (int used : new int[] {0, 100, 2500, 3000}) {
      for (int committed : new int[] {used, 3000, 3500, SEGMENTS - 2}) {
        for (int marked : new int[] {0, 1, 200, SEGMENTS}) {
          UNSAFE.setMemory(map, SEGMENTS, (byte) 0);
          int free = Math.min(SEGMENTS, Math.max(used, committed) + marked);
          UNSAFE.setMemory(map + used, free - used, FREE);
          block(0, used);

          assertEquals(used, CodeShare.used(map, SEGMENTS), used + " of " + free);
        }
      }
    }
  }

  /** CodeHeap::mark_segmap_as_used, src/hotspot/share/memory/heap.cpp. */
  private void block(int start, int segments) {
    int distance = 0;
    for (int i = start; i < start + segments; i++) {
      UNSAFE.putByte(null, map + i, (byte) distance);
      distance = distance == LARGEST ? 1 : distance + 1;
    }
  }
}
