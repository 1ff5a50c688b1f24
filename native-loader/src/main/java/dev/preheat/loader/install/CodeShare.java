// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.Libjvm;
import dev.preheat.loader.check.VmLayout;
import jdk.internal.misc.Unsafe;

/**
 * How much of its code heap the VM uses. Installed code shares the heap with what the JIT compiles,
 * which needs room as long as the program runs: where a heap is full, the VM flushes code and stops
 * compiling (CompileBroker::handle_full_code_cache, src/hotspot/share/compiler/compileBroker.cpp).
 * So the image leaves a part of the heap alone, and methods that ran seldom leave a larger one.
 *
 * <p>Nor does it fill so much of the code cache as a whole that the VM takes its methods out again:
 * each time about an eighth of the cache has filled, the VM collects garbage, and what was not
 * called for three times is flushed (CodeCache::gc_on_allocation and update_cold_gc_count,
 * src/hotspot/share/code/codeCache.cpp; nmethod::is_cold). A segment is half of a cache at most, so
 * this is the lower bound only where the cache is one heap.
 *
 * <p>A heap is used from its start, and its segment map marks what was never used
 * (CodeHeap::allocate and mark_segmap_as_free, src/hotspot/share/memory/heap.cpp); freed blocks in
 * between count as used. The map is committed in pages, and what is new is full of zeros: behind
 * the segments that are committed for good, ahead of that until the VM has marked it free
 * (CodeHeap::expand_by). In a block of code only the first segment is 0.
 */
public final class CodeShare {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** What ran often is installed up to here: in percent of the heap, half of it of the cache. */
  static final int HOT_PERCENT = 60;

  /** The same for what ran seldom. */
  static final int COLD_PERCENT = 40;

  private static final int OF_CACHE = 2;

  private static final int PERCENT = 100;

  /** CodeHeap::free_sentinel, src/hotspot/share/memory/heap.hpp. */
  private static final byte FREE = (byte) 0xFF;

  private final Libjvm libjvm;
  private final VmLayout layout;

  /** Address of the segment map of the heap that methods are installed in; 0 while none is. */
  private long map;

  /** Addresses of the VirtualSpaces of the map, and of the heap. */
  private long mapSpace;

  private long memory;

  /** Start of the heap. */
  private long start;

  /** Of an address in the heap, to the number of its segment. */
  private int shift;

  /** Segments of the heap. */
  private long capacity;

  /** Segments that count as the whole: of the heap, or half of those of the cache. */
  private long whole;

  public CodeShare(Libjvm libjvm, VmLayout layout) {
    this.libjvm = libjvm;
    this.layout = layout;
  }

  /** Whether so much of the heap is in use. */
  boolean isReached(int percent) {
    return map != 0 && used() * PERCENT >= whole * percent;
  }

  /** Takes note of where a method was installed; where that heap is full, the VM takes others. */
  void note(long address) {
    if (map == 0) {
      find(address);
    }
  }

  private void find(long address) {
    long heaps = libjvm.word(layout.of[VmNumbers.LIBJVM_CODE_HEAPS]);
    long elements = UNSAFE.getLong(null, heaps + layout.of[VmNumbers.GROWABLE_ARRAY_DATA]);
    for (int i = UNSAFE.getInt(null, heaps + layout.of[VmNumbers.GROWABLE_ARRAY_LENGTH]) - 1;
        i >= 0;
        i--) {
      long heap = UNSAFE.getLong(null, elements + (long) i * Long.BYTES);
      long space = heap + layout.of[VmNumbers.CODE_HEAP_MEMORY];
      long low = UNSAFE.getLong(null, space + layout.of[VmNumbers.VIRTUAL_SPACE_LOW]);
      long end = UNSAFE.getLong(null, space + layout.of[VmNumbers.VIRTUAL_SPACE_END]);
      if (address >= low && address < end) {
        memory = space;
        start = low;
        shift = UNSAFE.getInt(null, heap + layout.of[VmNumbers.CODE_HEAP_SEGMENT_SHIFT]);
        capacity = (end - low) >> shift;
        long cache =
            libjvm.word(layout.of[VmNumbers.LIBJVM_CODE_CACHE_HIGH])
                - libjvm.word(layout.of[VmNumbers.LIBJVM_CODE_CACHE_LOW]);
        whole = Math.min(capacity, (cache >> shift) / OF_CACHE);
        mapSpace = heap + layout.of[VmNumbers.CODE_HEAP_SEGMENT_MAP];
        map = UNSAFE.getLong(null, mapSpace + layout.of[VmNumbers.VIRTUAL_SPACE_LOW]);
      }
    }
  }

  private long used() {
    long mapped = UNSAFE.getLong(null, mapSpace + layout.of[VmNumbers.VIRTUAL_SPACE_HIGH]) - map;
    long committed =
        (UNSAFE.getLong(null, memory + layout.of[VmNumbers.VIRTUAL_SPACE_HIGH]) - start) >> shift;
    return used(map, Math.min(capacity, Math.min(mapped, committed)));
  }

  /** Segments before the first one that was never used. */
  static long used(long map, long segments) {
    long high = segments;
    if (high > 1 && UNSAFE.getShort(null, map + high - Short.BYTES) == 0) {
      // Two of them: the VM has not marked yet what it has just committed.
      while (high > 0 && UNSAFE.getByte(null, map + high - 1) == 0) {
        high--;
      }
    }
    long low = 0;
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
