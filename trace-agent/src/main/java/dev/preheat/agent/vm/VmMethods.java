// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.format.trace.Invocations;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmShapes;
import dev.preheat.hotspot.VmStructs;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of a class and how often they ran (instanceKlass.hpp, method.hpp, constMethod.hpp,
 * methodCounters.hpp, methodData.hpp, nmethod.hpp).
 *
 * <p>In tiered mode the interpreter makes a method's {@code MethodCounters} when it is first
 * invoked ({@code TemplateInterpreterGenerator::generate_counter_incr}) and counts there, or in its
 * {@code MethodData} once there is one; so does code of tiers 2 and 3, for itself and for what it
 * inlines. Nothing is ever taken away, so a method with a count ran.
 */
final class VmMethods {
  private static final int ACCESS_NATIVE_OR_ABSTRACT = 0x0100 | 0x0400;

  /** {@code InvocationCounter::count_shift}: the lowest bit is the carry. */
  private static final int COUNT_SHIFT = 1;

  private static final byte[] NO_DATA = {};

  private final ProcessMemory memory;
  private final long klassInMirror;
  private final long constantsOffset;
  private final long methodsOffset;
  private final long arrayLength;
  private final long arrayData;
  private final long accessFlags;
  private final long constMethod;
  private final long constants;
  private final long codeSize;
  private final long nameIndex;
  private final long signatureIndex;
  private final long methodCounters;
  private final long methodData;
  private final long code;
  private final long countersInvocations;
  private final long countersBackEdges;
  private final long dataInvocations;
  private final long dataDecompiles;
  private final long dataSize;
  private final long compilationLevel;

  VmMethods(ProcessMemory memory, VmStructs structs) {
    this.memory = memory;
    klassInMirror = memory.s4(structs.address("java_lang_Class::_klass_offset"));
    constantsOffset = structs.offset(VmField.INSTANCE_KLASS_CONSTANTS);
    methodsOffset = structs.offset(VmField.INSTANCE_KLASS_METHODS);
    arrayLength = structs.offset("Array<int>::_length");
    arrayData = structs.offset(VmField.ARRAY_OF_METHODS_DATA);
    accessFlags = structs.offset(VmField.METHOD_ACCESS_FLAGS);
    constMethod = structs.offset(VmField.METHOD_CONST_METHOD);
    constants = structs.offset("ConstMethod::_constants");
    codeSize = structs.offset(VmField.CONST_METHOD_CODE_SIZE);
    nameIndex = structs.offset(VmField.CONST_METHOD_NAME_INDEX);
    signatureIndex = structs.offset(VmField.CONST_METHOD_SIGNATURE_INDEX);
    methodCounters = structs.offset("Method::_method_counters");
    methodData = structs.offset("Method::_method_data");
    code = structs.offset(VmField.METHOD_CODE);
    countersInvocations = structs.offset("MethodCounters::_invocation_counter");
    countersBackEdges = structs.offset("MethodCounters::_backedge_counter");
    dataInvocations = new VmShapes(structs).invocationsOfMethodData();
    dataSize = structs.offset("MethodData::_size");
    dataDecompiles = structs.offset("MethodData::_compiler_counters._nof_decompiles");
    compilationLevel = structs.offset(VmField.NMETHOD_COMP_LEVEL);
  }

  /** The {@code ConstantPool*} of a class. */
  long constantPool(Class<?> type) {
    return memory.s8(klass(type) + constantsOffset);
  }

  /** The {@code ConstantPool*} of a method: of its class, as it was when the method was made. */
  long constantPool(VmMethod method) {
    return memory.s8(memory.s8(method.address() + constMethod) + constants);
  }

  /** The {@code Klass*} of a class. */
  long klass(Class<?> type) {
    return memory.word(type, klassInMirror);
  }

  /**
   * The methods with bytecode that ran, of a class that is neither primitive nor an array; none of
   * one that is redefined meanwhile, whose methods the VM may free at any safepoint.
   */
  List<VmMethod> executed(Class<?> type) {
    List<VmMethod> executed = new ArrayList<>();
    long version = constantPool(type);
    long methods = memory.s8(klass(type) + methodsOffset);
    int length = methods == 0 ? 0 : memory.s4(methods + arrayLength);
    for (int i = 0; i < length; i++) {
      long method = memory.s8(methods + arrayData + (long) i * Long.BYTES);
      if (constantPool(type) != version) {
        return List.of();
      }
      if ((memory.s4(method + accessFlags) & ACCESS_NATIVE_OR_ABSTRACT) == 0) {
        Invocations invocations = invocations(method);
        if (invocations.count() > 0) {
          executed.add(new VmMethod(method, invocations, data(method)));
        }
      }
    }
    return executed;
  }

  private byte[] data(long method) {
    long data = memory.s8(method + methodData);
    return data == 0 ? NO_DATA : memory.bytes(data, memory.s4(data + dataSize));
  }

  /** The length of the bytecode as it runs, in bytes. */
  int codeLength(VmMethod method) {
    return memory.u2(memory.s8(method.address() + constMethod) + codeSize);
  }

  /** Where the name is in the constant pool. */
  int nameIndex(VmMethod method) {
    return memory.u2(memory.s8(method.address() + constMethod) + nameIndex);
  }

  /** Where the descriptor is in the constant pool. */
  int descriptorIndex(VmMethod method) {
    return memory.u2(memory.s8(method.address() + constMethod) + signatureIndex);
  }

  private Invocations invocations(long method) {
    long count = 0;
    long loops = 0;
    int tier = 0;
    long counters = memory.s8(method + methodCounters);
    if (counters != 0) {
      count += counter(counters + countersInvocations);
      loops += counter(counters + countersBackEdges);
    }
    long data = memory.s8(method + methodData);
    if (data != 0) {
      count += counter(data + dataInvocations);
      loops += counter(data + dataInvocations + Integer.BYTES);
      // Only what the highest tier compiled is decompiled.
      tier = memory.s4(data + dataDecompiles) > 0 ? Invocations.MAXIMUM_TIER : 0;
    }
    long nmethod = memory.s8(method + code);
    if (nmethod != 0) {
      int level = memory.u1(nmethod + compilationLevel);
      tier = level <= Invocations.MAXIMUM_TIER ? Math.max(tier, level) : tier;
      // Compiled before it was first counted, or by force: it may have run.
      count = Math.max(count, 1);
    }
    return new Invocations(loops > 0 ? Math.max(count, 1) : count, loops, tier);
  }

  private long counter(long address) {
    return memory.u4(address) >>> COUNT_SHIFT;
  }
}
