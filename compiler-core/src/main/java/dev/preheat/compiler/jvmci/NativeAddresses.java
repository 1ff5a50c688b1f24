// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.vm.ci.hotspot.VMField;

/**
 * Numbers that are addresses in this process, and no constants of a program. Where they lie is by
 * chance: a number that is taken for one wrongly is so in one build and not in the next.
 */
final class NativeAddresses {

  /**
   * Above is what is mapped: libraries, the code cache, metaspace, and malloc's other arenas. With
   * a stack without limit, or with {@code vm.legacy_va_layout}, Linux maps from a third or a sixth
   * of the address space upwards (mmap_base, arch/x86/mm/mmap.c); then it is around libjvm.
   */
  private static final long LOWEST_MAPPED = 0x7000_0000_0000L;

  private static final long HIGHEST_MAPPED = 0x7FFF_FFFF_FFFFL;

  private static final String LIBJVM = "/libjvm.so";

  /** Where Linux starts to map differs by less from process to process. */
  private static final long MAPPED_UNIT = 1L << 44;

  /** So much may be mapped below libjvm. */
  private static final long MAPPED_BELOW = 1L << 40;

  /** An executable that is not moved has its heap below, where programs have their numbers, too. */
  private static final long LOWEST = 1L << Integer.SIZE;

  /** The heap may become larger by so much while methods are compiled. */
  private static final long HEAP_GROWTH = 1L << Integer.SIZE;

  private static final String HEAP = "[heap]";

  /** Of the VM's numbers that classes and objects are counted from: 0, or as small as numbers. */
  private static final String BASE = "_base";

  private final Set<Long> known = new HashSet<>();
  private long lowestMapped = LOWEST_MAPPED;
  private long heapStart;
  private long heapEnd;

  /**
   * Addresses that are known otherwise.
   *
   * @param maps lines of {@code /proc/self/maps}; the heap is malloc's main arena, the only one
   *     with {@code MALLOC_ARENA_MAX=1}, and lies behind the executable
   * @param known single addresses
   */
  NativeAddresses(List<String> maps, Collection<Long> known) {
    for (long address : known) {
      if (address >= LOWEST) {
        this.known.add(address);
      }
    }
    for (String line : maps) {
      int dash = line.indexOf('-');
      if (line.endsWith(LIBJVM)) {
        long below = Long.parseUnsignedLong(line, 0, dash, 16) - MAPPED_BELOW;
        lowestMapped = Math.min(lowestMapped, Math.max(MAPPED_BELOW, below & -MAPPED_UNIT));
      } else if (line.endsWith(HEAP)) {
        long start = Long.parseUnsignedLong(line, 0, dash, 16);
        if (start >= LOWEST) {
          heapStart = heapEnd == 0 ? start : heapStart;
          heapEnd = Long.parseUnsignedLong(line, dash + 1, line.indexOf(' '), 16) + HEAP_GROWTH;
        }
      }
    }
  }

  /** Of the running JVM, which tells of its own variables. */
  static NativeAddresses of(VmConfig config) {
    Set<Long> known = new HashSet<>(config.addresses().values());
    for (VMField field : config.fields().values()) {
      if (field.isStatic()) {
        known.add(field.address);
        if (VmConfig.isAddress(field.type)
            && field.value instanceof Long
            && !field.name.endsWith(BASE)) {
          // Not the value that JVMCI tells: that may stand for another one in code.
          known.add(RawMemory.u8(field.address));
        }
      }
    }
    return new NativeAddresses(VmTables.memoryMap(), known);
  }

  /** Whether code that loads this number loads an address, as far as can be told. */
  boolean contains(long number) {
    return (number > lowestMapped && number < HIGHEST_MAPPED) || isDistinct(number);
  }

  /** Whether it is one even where bytes are looked at that may mean something else. */
  boolean isDistinct(long number) {
    return (number >= heapStart && number < heapEnd) || known.contains(number);
  }
}
