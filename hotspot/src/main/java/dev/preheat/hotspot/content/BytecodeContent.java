// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.content;

import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.VmNumbers;
import java.nio.charset.StandardCharsets;

/**
 * The part of a {@link ClassContent} that is the instructions of its methods. Linking rewrites
 * operands to indices of the constant pool cache (src/hotspot/share/interpreter/rewriter.cpp), and
 * the interpreter and the class data archive replace instructions by special ones; both are undone.
 */
final class BytecodeContent {

  private static final int TABLESWITCH = 170;
  private static final int LOOKUPSWITCH = 171;
  private static final int ILOAD = 21;
  private static final int ALOAD_0 = 42;
  private static final int RETURN = 177;
  private static final int GETFIELD = 180;
  private static final int INVOKEVIRTUAL = 182;
  private static final int LDC = 18;
  private static final int LDC_W = 19;
  private static final int GETSTATIC = 178;
  private static final int PUTFIELD = 181;
  private static final int INVOKEINTERFACE = 185;
  private static final int INVOKEDYNAMIC = 186;
  private static final int WIDE = 196;
  private static final int IINC = 132;
  private static final int FAST_ALDC = 230;
  private static final int FAST_ALDC_W = 231;

  /** The first instruction of the VM's own (src/hotspot/share/interpreter/bytecodes.hpp). */
  private static final int FIRST_SPECIAL = 203;

  /** Bytes of each instruction; 0 where they vary. */
  private static final String LENGTHS =
      "1111111111111111"
          + "2323322222111111"
          + "1111111111111111"
          + "1111112222211111"
          + "1111111111111111"
          + "1111111111111111"
          + "1111111111111111"
          + "1111111111111111"
          + "1111311111111111"
          + "1111111113333333"
          + "3333333332001111"
          + "1133333335532311"
          + "33110433551";

  private final VmMemory memory;
  private final byte[] lengths;
  private final int poolCache;
  private final int referenceMap;
  private final int fieldEntries;
  private final int methodEntries;
  private final int indyEntries;
  private final int shortsData;
  private final int fieldsData;
  private final int methodsData;
  private final int indyData;
  private final int fieldBytes;
  private final int methodBytes;
  private final int indyBytes;
  private final int fieldIndex;
  private final int methodIndex;
  private final int indyIndex;

  /** {@code ConstantPoolCache*} of the class, 0 before it is rewritten. */
  private long cache;

  BytecodeContent(VmMemory memory, VmNumbers numbers) {
    this.memory = memory;
    // Code that looks into a string waits for the class of those beyond Latin-1.
    lengths = LENGTHS.getBytes(StandardCharsets.ISO_8859_1);
    poolCache = numbers.get(VmNumbers.CONSTANT_POOL_CACHE);
    referenceMap = numbers.get(VmNumbers.CONSTANT_POOL_CACHE_REFERENCE_MAP);
    fieldEntries = numbers.get(VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES);
    methodEntries = numbers.get(VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES);
    indyEntries = numbers.get(VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES);
    shortsData = numbers.get(VmNumbers.ARRAY_OF_SHORTS_DATA);
    fieldsData = numbers.get(VmNumbers.ARRAY_OF_FIELD_ENTRIES_DATA);
    methodsData = numbers.get(VmNumbers.ARRAY_OF_METHOD_ENTRIES_DATA);
    indyData = numbers.get(VmNumbers.ARRAY_OF_INDY_ENTRIES_DATA);
    fieldBytes = numbers.get(VmNumbers.FIELD_ENTRY_BYTES);
    methodBytes = numbers.get(VmNumbers.METHOD_ENTRY_BYTES);
    indyBytes = numbers.get(VmNumbers.INDY_ENTRY_BYTES);
    fieldIndex = numbers.get(VmNumbers.FIELD_ENTRY_POOL_INDEX);
    methodIndex = numbers.get(VmNumbers.METHOD_ENTRY_POOL_INDEX);
    indyIndex = numbers.get(VmNumbers.INDY_ENTRY_POOL_INDEX);
  }

  /** Turns to the methods of another class. */
  void enter(long constantPool) {
    cache = memory.s8(constantPool + poolCache);
  }

  /** Index in the constant pool of what an {@code ldc} loads. */
  int constant(long code) {
    return constantIndex(memory.u1(code), code + 1);
  }

  /** Hash of instructions. */
  long add(long start, long code, int size) {
    long hash = start;
    int length;
    for (int at = 0; at < size; at += length) {
      int raw = memory.u1(code + at);
      int opcode = raw >= FIRST_SPECIAL ? javaCode(raw) : raw;
      length = length(opcode, code, at);
      if (length <= 0 || length > size - at) {
        return NameHash.mix(hash, raw);
      }
      hash = NameHash.mix(hash, opcode);
      if (length > 1) {
        hash = addOperands(hash, raw, opcode, code + at + 1, length - 1);
      }
    }
    return hash;
  }

  /** The instruction that one of the VM's own stands for. */
  private static int javaCode(int special) {
    return switch (special) {
      // fast_?getfield, nofast_getfield
      case 203, 204, 205, 206, 207, 208, 209, 210, 234 -> GETFIELD;
      // fast_?putfield, nofast_putfield
      case 211, 212, 213, 214, 215, 216, 217, 218, 219, 235 -> PUTFIELD;
      // fast_aload_0, fast_?access_0, nofast_aload_0
      case 220, 221, 222, 223, 236 -> ALOAD_0;
      // fast_iload, fast_iload2, fast_icaload, nofast_iload
      case 224, 225, 226, 237 -> ILOAD;
      // fast_invokevfinal, invokehandle
      case 227, 233 -> INVOKEVIRTUAL;
      // fast_linearswitch, fast_binaryswitch
      case 228, 229 -> LOOKUPSWITCH;
      case FAST_ALDC -> LDC;
      case FAST_ALDC_W -> LDC_W;
      // return_register_finalizer
      case 232 -> RETURN;
      default -> special;
    };
  }

  private int length(int opcode, long code, int at) {
    int length = opcode < lengths.length ? lengths[opcode] - '0' : 1;
    if (length != 0) {
      return length;
    }
    if (opcode == WIDE) {
      return memory.u1(code + at + 1) == IINC ? 6 : 4;
    }
    int aligned = (at + Integer.BYTES) & -Integer.BYTES;
    if (opcode == TABLESWITCH) {
      int low = javaInt(code + aligned + Integer.BYTES);
      int high = javaInt(code + aligned + 2 * Integer.BYTES);
      return aligned - at + (3 + high - low + 1) * Integer.BYTES;
    }
    int pairs = javaInt(code + aligned + Integer.BYTES);
    return aligned - at + (2 + 2 * pairs) * Integer.BYTES;
  }

  private long addOperands(long hash, int raw, int opcode, long operands, int length) {
    if (opcode >= GETSTATIC && opcode <= INVOKEINTERFACE) {
      // What follows the index of invokeinterface can be derived from the descriptor.
      return NameHash.mix(hash, memberIndex(opcode, operands));
    }
    if (opcode == INVOKEDYNAMIC) {
      return NameHash.mix(hash, callSiteIndex(operands));
    }
    if (opcode == LDC || opcode == LDC_W) {
      return NameHash.mix(hash, constantIndex(raw, operands));
    }
    long mixed = hash;
    for (int i = 0; i < length; i++) {
      mixed = NameHash.mix(mixed, memory.u1(operands + i));
    }
    return mixed;
  }

  private int memberIndex(int opcode, long operand) {
    if (cache == 0) {
      return javaShort(operand);
    }
    int index = memory.u2(operand);
    return opcode <= PUTFIELD
        ? entry(fieldEntries, fieldsData, fieldBytes, fieldIndex, index)
        : entry(methodEntries, methodsData, methodBytes, methodIndex, index);
  }

  private int callSiteIndex(long operand) {
    return cache == 0
        ? javaShort(operand)
        : entry(indyEntries, indyData, indyBytes, indyIndex, memory.s4(operand));
  }

  private int constantIndex(int raw, long operand) {
    if (raw == FAST_ALDC) {
      return entry(referenceMap, shortsData, Short.BYTES, 0, memory.u1(operand));
    }
    if (raw == FAST_ALDC_W) {
      return entry(referenceMap, shortsData, Short.BYTES, 0, memory.u2(operand));
    }
    return raw == LDC_W ? javaShort(operand) : memory.u1(operand);
  }

  /** Index in the constant pool that an entry of the cache is for. */
  private int entry(int array, int data, int bytes, int field, int index) {
    long entries = cache == 0 ? 0 : memory.s8(cache + array);
    return entries == 0 || index < 0 || index >= memory.s4(entries)
        ? -1
        : memory.u2(entries + data + (long) index * bytes + field);
  }

  private int javaShort(long address) {
    return memory.u1(address) << Byte.SIZE | memory.u1(address + 1);
  }

  private int javaInt(long address) {
    return Integer.reverseBytes(memory.s4(address));
  }
}
