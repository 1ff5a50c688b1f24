// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.content;

import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.VmNumbers;

/**
 * Digest of an instance class as the VM holds it: name of the superclass and of the interfaces,
 * flags, size, constant pool, fields with their offsets, methods with their instructions and
 * exception handlers. Everything that the VM changes while it runs a class (resolved entries,
 * rewritten instructions) is left out, so that two JVMs agree on it exactly when they parsed the
 * same class file to the same layout. Compiler and loader both compute it from memory: a class
 * counts as what it is in the VM, however it got there.
 *
 * <p>Not part of it, because compiled code does not rely on them: line numbers, local variable
 * tables, annotations that the VM does not turn into flags, the order of methods, and methods that
 * the VM adds (overpass methods, src/hotspot/share/classfile/defaultMethods.cpp).
 */
public final class ClassContent {

  private static final int EXCEPTION_HANDLER_BYTES = 8;

  /** In an overpass method, behind {@code new} and {@code dup}. */
  private static final int MESSAGE = 4;

  // ConstMethodFlags, src/hotspot/share/oops/constMethodFlags.hpp
  private static final int HAS_CHECKED_EXCEPTIONS = 1 << 1;
  private static final int HAS_EXCEPTION_TABLE = 1 << 3;
  private static final int HAS_GENERIC_SIGNATURE = 1 << 4;
  private static final int HAS_METHOD_PARAMETERS = 1 << 5;
  private static final int IS_OVERPASS = 1 << 6;
  private static final int ANNOTATIONS = 0xF << 7;

  private final VmMemory memory;
  private final PoolContent pool;
  private final BytecodeContent bytecode;
  private final int klassName;
  private final int klassLayoutHelper;
  private final int klassVtableLength;
  private final int klassItableLength;
  private final int klassSuper;
  private final int klassAccessFlags;
  private final int constants;
  private final int methods;
  private final int localInterfaces;
  private final int fieldInfoStream;
  private final int klassesData;
  private final int methodsData;
  private final int bytesData;
  private final int methodConstMethod;
  private final int methodAccessFlags;
  private final int constMethodFlags;
  private final int constMethodSize;
  private final int constMethodCodeSize;
  private final int constMethodNameIndex;
  private final int constMethodMaxStack;
  private final int constMethodBytecode;

  /** Index of the first entry that the VM has added to the constant pool. */
  private int firstAdded;

  /**
   * Creates a reader.
   *
   * @param layout the numbers of {@link VmField}, in its order, from an index on
   */
  public ClassContent(VmMemory memory, int[] layout, int first) {
    this.memory = memory;
    VmNumbers numbers = new VmNumbers(layout, first);
    pool = new PoolContent(memory, numbers);
    bytecode = new BytecodeContent(memory, numbers);
    klassName = numbers.get(VmNumbers.KLASS_NAME);
    klassLayoutHelper = numbers.get(VmNumbers.KLASS_LAYOUT_HELPER);
    klassVtableLength = numbers.get(VmNumbers.KLASS_VTABLE_LENGTH);
    klassItableLength = numbers.get(VmNumbers.INSTANCE_KLASS_ITABLE_LENGTH);
    klassSuper = numbers.get(VmNumbers.KLASS_SUPER);
    klassAccessFlags = numbers.get(VmNumbers.KLASS_ACCESS_FLAGS);
    constants = numbers.get(VmNumbers.INSTANCE_KLASS_CONSTANTS);
    methods = numbers.get(VmNumbers.INSTANCE_KLASS_METHODS);
    localInterfaces = numbers.get(VmNumbers.INSTANCE_KLASS_LOCAL_INTERFACES);
    fieldInfoStream = numbers.get(VmNumbers.INSTANCE_KLASS_FIELD_INFO_STREAM);
    klassesData = numbers.get(VmNumbers.ARRAY_OF_KLASSES_DATA);
    methodsData = numbers.get(VmNumbers.ARRAY_OF_METHODS_DATA);
    bytesData = numbers.get(VmNumbers.ARRAY_OF_BYTES_DATA);
    methodConstMethod = numbers.get(VmNumbers.METHOD_CONST_METHOD);
    methodAccessFlags = numbers.get(VmNumbers.METHOD_ACCESS_FLAGS);
    constMethodFlags = numbers.get(VmNumbers.CONST_METHOD_FLAGS);
    constMethodSize = numbers.get(VmNumbers.CONST_METHOD_SIZE);
    constMethodCodeSize = numbers.get(VmNumbers.CONST_METHOD_CODE_SIZE);
    constMethodNameIndex = numbers.get(VmNumbers.CONST_METHOD_NAME_INDEX);
    constMethodMaxStack = numbers.get(VmNumbers.CONST_METHOD_MAX_STACK);
    constMethodBytecode = numbers.get(VmNumbers.CONST_METHOD_BYTECODE);
  }

  /**
   * The present version of a class. What it consists of may be freed as soon as an agent redefines
   * the class, unless the VM keeps it.
   *
   * @param klass {@code InstanceKlass*}
   */
  public ClassVersion version(long klass) {
    while (true) {
      ClassVersion version =
          new ClassVersion(klass, memory.s8(klass + constants), memory.s8(klass + methods));
      if (memory.s8(klass + constants) == version.constants()) {
        return version;
      }
    }
  }

  /**
   * The digest of a class. Of one that is not linked it may come out wrong while another thread
   * links it, but never right by accident.
   */
  public long of(ClassVersion version) {
    long klass = version.klass();
    long constantPool = version.constants();
    long members = methods(version.methods(), constantPool);
    long hash = NameHash.mix(members, memory.u2(klass + klassAccessFlags));
    hash = NameHash.mix(hash, memory.s4(klass + klassLayoutHelper));
    hash = NameHash.mix(hash, memory.s4(klass + klassVtableLength));
    hash = NameHash.mix(hash, memory.s4(klass + klassItableLength));
    hash = NameHash.mix(hash, pool.of(constantPool, firstAdded));
    hash = NameHash.mix(hash, nameOf(memory.s8(klass + klassSuper)));
    hash = addInterfaces(hash, memory.s8(klass + localInterfaces));
    long fields = memory.s8(klass + fieldInfoStream);
    return bytes(hash, fields + bytesData, memory.s4(fields));
  }

  /**
   * The part of the digest that tells how objects of the class are laid out: sizes, tables of
   * methods, fields with their offsets. A class file and the flags of the JVM that dumped an
   * archive decide it together.
   *
   * @param klass {@code InstanceKlass*}
   */
  public long shape(long klass) {
    long hash = NameHash.start(memory.s4(klass + klassLayoutHelper));
    hash = NameHash.mix(hash, memory.s4(klass + klassVtableLength));
    hash = NameHash.mix(hash, memory.s4(klass + klassItableLength));
    long fields = memory.s8(klass + fieldInfoStream);
    return bytes(hash, fields + bytesData, memory.s4(fields));
  }

  private long addInterfaces(long start, long array) {
    int length = memory.s4(array);
    long hash = NameHash.mix(start, length);
    for (int i = 0; i < length; i++) {
      hash = NameHash.mix(hash, nameOf(memory.s8(array + klassesData + (long) i * Long.BYTES)));
    }
    return hash;
  }

  private long nameOf(long klass) {
    return klass == 0 ? 0 : pool.symbol(memory.s8(klass + klassName));
  }

  /** Methods are sorted by the addresses of their names, so in each JVM otherwise. */
  private long methods(long array, long constantPool) {
    bytecode.enter(constantPool);
    firstAdded = Integer.MAX_VALUE;
    long sum = 0;
    for (int i = memory.s4(array) - 1; i >= 0; i--) {
      sum += method(memory.s8(array + methodsData + (long) i * Long.BYTES));
    }
    return sum;
  }

  private long method(long method) {
    long constMethod = memory.s8(method + methodConstMethod);
    int flags = memory.s4(constMethod + constMethodFlags);
    if ((flags & IS_OVERPASS) != 0) {
      // It throws an error with a message of its own, and what it refers to is added to the pool:
      // the text of the message, then the string (src/hotspot/share/classfile/
      // bytecodeAssembler.cpp). In which order such methods are made depends on addresses.
      int message = bytecode.constant(constMethod + constMethodBytecode + MESSAGE);
      firstAdded = Math.min(firstAdded, message - 1);
      return 0;
    }
    // Indices of name and signature; maximum of stack and of locals.
    long hash = NameHash.mix(memory.u2(method + methodAccessFlags), flags);
    hash = NameHash.mix(hash, memory.s4(constMethod + constMethodNameIndex));
    hash = NameHash.mix(hash, memory.s4(constMethod + constMethodMaxStack));
    int codeSize = memory.u2(constMethod + constMethodCodeSize);
    hash = bytecode.add(hash, constMethod + constMethodBytecode, codeSize);
    return (flags & HAS_EXCEPTION_TABLE) == 0 ? hash : addExceptionTable(hash, constMethod, flags);
  }

  /**
   * What follows the instructions is laid out from the end: pointers to annotations, then each with
   * its length behind it (src/hotspot/share/oops/constMethod.hpp).
   */
  private long addExceptionTable(long hash, long constMethod, int flags) {
    long end = constMethod + (long) memory.s4(constMethod + constMethodSize) * Long.BYTES;
    long last = end - (long) Integer.bitCount(flags & ANNOTATIONS) * Long.BYTES - Short.BYTES;
    if ((flags & HAS_GENERIC_SIGNATURE) != 0) {
      last -= Short.BYTES;
    }
    if ((flags & HAS_METHOD_PARAMETERS) != 0) {
      last -= Short.BYTES + (long) memory.u2(last) * Integer.BYTES;
    }
    if ((flags & HAS_CHECKED_EXCEPTIONS) != 0) {
      last -= Short.BYTES + (long) memory.u2(last) * Short.BYTES;
    }
    int length = memory.u2(last) * EXCEPTION_HANDLER_BYTES;
    return bytes(hash, last - length, length);
  }

  private long bytes(long start, long address, int length) {
    long hash = NameHash.mix(start, length);
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      hash = NameHash.mix(hash, memory.s8(address + at));
    }
    for (; at < length; at++) {
      hash = NameHash.mix(hash, memory.u1(address + at));
    }
    return hash;
  }
}
