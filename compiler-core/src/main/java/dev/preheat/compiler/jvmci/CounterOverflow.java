// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmField;
import java.util.Set;
import java.util.TreeSet;

/**
 * The routine that code which C1 has compiled calls when a counter of it overflows: {@code
 * Runtime1::counter_overflow} (src/hotspot/share/c1/c1_Runtime1.cpp). It lets the policy decide
 * what becomes of the method. No table of the VM names it, but a stub of C1's calls it and nothing
 * else in libjvm (generate_code_for, src/hotspot/cpu/x86/c1_Runtime1_x86.cpp).
 */
final class CounterOverflow {

  static final String NAME = "Runtime1::counter_overflow";

  private static final String STUB = "counter_overflow";
  private static final int CALL = 0xE8;
  private static final int CALL_BYTES = 1 + Integer.BYTES;
  private static final int BYTE = 0xFF;
  private static final int REX_W = 0x48;
  private static final int REX_W_OR_B = 0xFE;
  private static final int MOVE_IMMEDIATE = 0xB8;
  private static final int REGISTER = 0xF8;

  private final VmTables tables;

  CounterOverflow(VmTables tables) {
    this.tables = tables;
  }

  /**
   * Finds the routine.
   *
   * @throws UnknownVmException if this JVM has no such stub, or it calls something else, too
   */
  long address() {
    long heaps = RawMemory.u8(tables.address("CodeCache::_heaps"));
    long elements = RawMemory.u8(heaps + tables.offset(VmField.GROWABLE_ARRAY_DATA));
    for (int i = 0; i < RawMemory.u4(heaps + tables.offset(VmField.GROWABLE_ARRAY_LENGTH)); i++) {
      long blob = find(RawMemory.u8(elements + (long) i * Long.BYTES));
      if (blob != 0) {
        return target(blob);
      }
    }
    throw unknown();
  }

  /** Goes from block to block; what comes behind the last one has no length. */
  private long find(long heap) {
    long memory = heap + tables.offset(VmField.CODE_HEAP_MEMORY);
    int shift = RawMemory.u4(heap + tables.offset(VmField.CODE_HEAP_SEGMENT_SHIFT));
    long end = RawMemory.u8(memory + tables.offset(VmField.VIRTUAL_SPACE_HIGH));
    long block = RawMemory.u8(memory + tables.offset("VirtualSpace::_low"));
    long length = -1;
    while (block < end && length != 0) {
      length = (long) RawMemory.u4(block + tables.offset("HeapBlock::Header::_length")) << shift;
      if (RawMemory.u1(block + tables.offset("HeapBlock::Header::_used")) != 0) {
        long blob = block + tables.structs().size("HeapBlock");
        long name = RawMemory.u8(blob + tables.offset("CodeBlob::_name"));
        if (tables.contains(name) && RawMemory.string(name).contains(STUB)) {
          return blob;
        }
      }
      block += length;
    }
    return 0;
  }

  private long target(long blob) {
    long code = blob + RawMemory.u4(blob + tables.offset("CodeBlob::_code_offset"));
    long end = blob + RawMemory.u4(blob + tables.offset("CodeBlob::_data_offset"));
    Set<Long> targets = new TreeSet<>();
    for (long at = code; at + CALL_BYTES <= end; at++) {
      long target = target(at, end);
      if (tables.contains(target)) {
        targets.add(target);
      }
    }
    if (targets.size() != 1) {
      throw unknown();
    }
    return targets.iterator().next();
  }

  /** Where an instruction may go: a near call, or an address that is loaded for a far one. */
  private static long target(long at, long end) {
    int first = RawMemory.u1(at) & BYTE;
    if (first == CALL) {
      return at + CALL_BYTES + RawMemory.u4(at + 1);
    }
    boolean isMove =
        (first & REX_W_OR_B) == REX_W
            && at + 2 + Long.BYTES <= end
            && (RawMemory.u1(at + 1) & REGISTER) == MOVE_IMMEDIATE;
    return isMove ? RawMemory.u8(at + 2) : 0;
  }

  private static UnknownVmException unknown() {
    return new UnknownVmException("does not describe the field " + NAME);
  }
}
