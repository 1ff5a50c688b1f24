// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.content;

import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.VmNumbers;

/** The part of a {@link ClassContent} that is its constant pool. */
final class PoolContent {

  // Tags, src/hotspot/share/utilities/constantTag.hpp
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int METHOD_HANDLE = 15;
  private static final int UNRESOLVED_CLASS = 100;
  private static final int UNRESOLVED_CLASS_IN_ERROR = 103;

  /** Tags of failed resolutions; those of method handles, method types and dynamic constants. */
  private static final int FIRST_IN_ERROR = 104;

  private static final int LAST_IN_ERROR = 106;

  private final VmMemory memory;
  private final int poolBytes;
  private final int poolTags;
  private final int bootstrapMethods;
  private final int bootstrapOffsets;
  private final int poolLength;
  private final int bytesData;
  private final int shortsData;
  private final int intsData;
  private final int symbolLength;
  private final int symbolBody;

  PoolContent(VmMemory memory, VmNumbers numbers) {
    this.memory = memory;
    poolBytes = numbers.get(VmNumbers.CONSTANT_POOL_BYTES);
    poolTags = numbers.get(VmNumbers.CONSTANT_POOL_TAGS);
    bootstrapMethods = numbers.get(VmNumbers.CONSTANT_POOL_BOOTSTRAP_METHODS);
    bootstrapOffsets = numbers.get(VmNumbers.CONSTANT_POOL_BOOTSTRAP_OFFSETS);
    poolLength = numbers.get(VmNumbers.CONSTANT_POOL_LENGTH);
    bytesData = numbers.get(VmNumbers.ARRAY_OF_BYTES_DATA);
    shortsData = numbers.get(VmNumbers.ARRAY_OF_SHORTS_DATA);
    intsData = numbers.get(VmNumbers.ARRAY_OF_INTS_DATA);
    symbolLength = numbers.get(VmNumbers.SYMBOL_LENGTH);
    symbolBody = numbers.get(VmNumbers.SYMBOL_BODY);
  }

  /** Hash of the entries below an index. */
  long of(long pool, int end) {
    int length = Math.min(end, memory.s4(pool + poolLength));
    long tags = memory.s8(pool + poolTags) + bytesData;
    long slot = pool + poolBytes;
    long hash = length;
    for (int i = 1; i < length; i++) {
      slot += Long.BYTES;
      int tag = memory.u1(tags + i);
      hash = NameHash.mix(hash, tag >= CLASS ? reference(tag, slot) : value(tag, slot));
    }
    return addBootstrapMethods(hash, pool);
  }

  private long value(int tag, long slot) {
    if (tag == UTF8) {
      return symbol(memory.s8(slot));
    }
    if (tag == INTEGER || tag == FLOAT) {
      return entry(tag, memory.s4(slot));
    }
    // The second slot of a long has no tag.
    return tag == LONG || tag == DOUBLE ? entry(tag, memory.s8(slot)) : tag;
  }

  private long reference(int tag, long slot) {
    if (tag == CLASS || tag == UNRESOLVED_CLASS || tag == UNRESOLVED_CLASS_IN_ERROR) {
      // CPKlassSlot: index among the resolved classes, then index of the name.
      return entry(CLASS, memory.s4(slot) >>> Short.SIZE);
    }
    if (tag == STRING) {
      return entry(tag, symbol(memory.s8(slot)));
    }
    int kind =
        tag >= FIRST_IN_ERROR && tag <= LAST_IN_ERROR ? tag - FIRST_IN_ERROR + METHOD_HANDLE : tag;
    return entry(kind, memory.s4(slot));
  }

  private static long entry(int tag, long value) {
    return NameHash.mix(tag, value);
  }

  /** Bootstrap methods and their arguments. */
  private long addBootstrapMethods(long start, long pool) {
    long hash = start;
    long methods = memory.s8(pool + bootstrapMethods);
    int length = methods == 0 ? 0 : memory.s4(methods);
    if (length > 0) {
      hash = NameHash.mix(hash, length);
      for (int i = 0; i < length; i++) {
        hash = NameHash.mix(hash, memory.u2(methods + shortsData + (long) i * Short.BYTES));
      }
    }
    return bootstrapOffsets == bootstrapMethods
        ? hash
        : addOffsets(hash, memory.s8(pool + bootstrapOffsets));
  }

  private long addOffsets(long start, long offsets) {
    int length = offsets == 0 ? 0 : memory.s4(offsets);
    long hash = start;
    for (int i = 0; i < length; i++) {
      hash = NameHash.mix(hash, memory.s4(offsets + intsData + (long) i * Integer.BYTES));
    }
    return hash;
  }

  /** Hash of a {@code Symbol}'s bytes. */
  long symbol(long symbol) {
    int length = memory.u2(symbol + symbolLength);
    long body = symbol + symbolBody;
    long hash = NameHash.start(length);
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      hash = NameHash.mix(hash, memory.s8(body + at));
    }
    long last = 0;
    for (int shift = 0; at < length; at++, shift += Byte.SIZE) {
      last |= (long) memory.u1(body + at) << shift;
    }
    return NameHash.mix(hash, last);
  }
}
