package dev.preheat.loader.hotspot;

import jdk.internal.misc.Unsafe;

/**
 * How much of its code heap the VM uses. Installed code shares the heap with what the JIT compiles,
 * which needs room as long as the program runs: where a heap is full, the VM flushes code and stops
 * compiling (CompileBroker::handle_full_code_cache, src/hotspot/share/compiler/compileBroker.cpp).
 * So the image leaves a part of the heap alone, and methods that ran seldom leave a larger one.
 *
 * <p>A heap is used from its start, and its segment map marks what was never used
 * (CodeHeap::allocate and mark_segmap_as_free, src/hotspot/share/memory/heap.cpp); freed blocks in
 * between count as used. While the VM commits more, the new part may for a moment seem used.
 */
final class CodeShare {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Of the heap, in percent: what ran often is installed up to here. */
  static final int HOT_PERCENT = 60;

  /** The same for what ran seldom. */
  static final int COLD_PERCENT = 40;

  private static final int PERCENT = 100;

  /** CodeHeap::free_sentinel, src/hotspot/share/memory/heap.hpp. */
  private static final byte FREE = (byte) 0xFF;

  private final Libjvm libjvm;
  private final VmLayout layout;

  /** Address of the segment map of the heap that methods are installed in; 0 while none is. */
  private long map;

  /** Address of the map's VirtualSpace. */
  private long mapSpace;

  /** Segments of the heap. */
  private long capacity;

  CodeShare(Libjvm libjvm, VmLayout layout) {
    this.libjvm = libjvm;
    this.layout = layout;
  }

  /** Whether so much of the heap is in use. */
  boolean isReached(int percent) {
    return map != 0 && used() * PERCENT >= capacity * percent;
  }

  /** Takes note of where a method was installed; where that heap is full, the VM takes others. */
  void note(long address) {
    if (map == 0) {
      find(address);
    }
  }

  private void find(long address) {
    long heaps = libjvm.word(layout.libjvmCodeHeaps);
    long elements = UNSAFE.getLong(null, heaps + layout.growableArrayData);
    for (int i = UNSAFE.getInt(null, heaps + layout.growableArrayLength) - 1; i >= 0; i--) {
      long heap = UNSAFE.getLong(null, elements + (long) i * Long.BYTES);
      long memory = heap + layout.codeHeapMemory;
      long low = UNSAFE.getLong(null, memory + layout.virtualSpaceLow);
      long end = UNSAFE.getLong(null, memory + layout.virtualSpaceEnd);
      if (address >= low && address < end) {
        capacity = (end - low) >> UNSAFE.getInt(null, heap + layout.codeHeapSegmentShift);
        mapSpace = heap + layout.codeHeapSegmentMap;
        map = UNSAFE.getLong(null, mapSpace + layout.virtualSpaceLow);
      }
    }
  }

  /** Segments before the first one that was never used. */
  private long used() {
    long low = 0;
    long high = Math.min(capacity, UNSAFE.getLong(null, mapSpace + layout.virtualSpaceHigh) - map);
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (UNSAFE.getByte(null, map + middle) == FREE) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
