// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.MethodEntry;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/**
 * The image's methods in this JVM. Within a class that is the same, a method is known by the
 * constant-pool indices of its name and descriptor.
 */
public final class MethodTable {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** CompLevel_full_profile, src/hotspot/share/compiler/compilerDefinitions.hpp. */
  private static final byte FULL_PROFILE = 3;

  private static final int WORDS = MethodEntry.BYTES >> 2;
  private static final int INVOKEDYNAMIC = 0xBA;

  /** Bytecodes::_invokehandle, which the VM makes of calls of signature polymorphic methods. */
  private static final int INVOKEHANDLE = 0xE9;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassTable classes;
  private final int start;

  /** By method: {@code Method*}, 0 while it is not known; read on the hot path. */
  final long[] methods;

  public MethodTable(LoadedImage image, VmLayout layout, ClassTable classes) {
    this.image = image;
    this.layout = layout;
    this.classes = classes;
    start = image.start(TableNumber.METHODS);
    methods = new long[image.count(TableNumber.METHODS)];
  }

  /** The class of a method. */
  public int holder(int method) {
    return image.words[entry(method)];
  }

  /** {@code Method*} of a method whose class is loaded, 0 when the class has no such method. */
  public long method(int method) {
    if (methods[method] == 0) {
      findAll(holder(method));
    }
    return methods[method];
  }

  /** Forgets the methods of a class: those of one that was redefined are new. */
  public void forget(int type) {
    int first = classes.firstMethod(type);
    for (int method = first + classes.methods(type) - 1; method >= first; method--) {
      methods[method] = 0;
    }
  }

  /** Whether the JIT has compiled a method. */
  public boolean isCompiled(long method) {
    return code(method) != 0;
  }

  /** Whether the JIT's code for a method is there to profile it, and slow. */
  boolean isProfiling(long method) {
    long nmethod = code(method);
    return nmethod != 0
        && UNSAFE.getByte(null, nmethod + layout.of[VmNumbers.NMETHOD_COMP_LEVEL]) == FULL_PROFILE;
  }

  /** The nmethod that runs when a method is called, 0 for none. */
  public long code(long method) {
    return UNSAFE.getLong(null, codePlace(method));
  }

  /** Where the VM keeps the address of a method's nmethod. */
  long codePlace(long method) {
    return method + layout.of[VmNumbers.METHOD_CODE];
  }

  /**
   * Where the appendix of an {@code invokedynamic}, or of a call of a signature polymorphic method,
   * lies in its class's array of resolved references, in bytes from the start of the array object;
   * -1 when there is no such instruction. The class must be linked: linking replaces the operand of
   * the instruction by the index of a {@code ResolvedIndyEntry} or {@code ResolvedMethodEntry}
   * (src/hotspot/share/interpreter/rewriter.cpp).
   */
  long appendix(int method, long bytecodeIndex) {
    int codeSize = codeSize(entry(method));
    if (bytecodeIndex < 0 || bytecodeIndex > codeSize - 1 - Short.BYTES) {
      return -1;
    }
    long found = method(method);
    if (found == 0) {
      return -1;
    }
    long constMethod = UNSAFE.getLong(null, found + layout.of[VmNumbers.METHOD_CONST_METHOD]);
    long instruction = constMethod + layout.of[VmNumbers.CONST_METHOD_BYTECODE] + bytecodeIndex;
    long cache =
        UNSAFE.getLong(
            null, classes.constants(holder(method)) + layout.of[VmNumbers.CONSTANT_POOL_CACHE]);
    int opcode = UNSAFE.getByte(null, instruction) & 0xFF;
    int reference;
    if (opcode == INVOKEDYNAMIC && bytecodeIndex <= codeSize - 1 - Integer.BYTES) {
      reference = dynamicReference(cache, UNSAFE.getInt(null, instruction + 1));
    } else if (opcode == INVOKEHANDLE) {
      reference = handleReference(cache, UNSAFE.getShort(null, instruction + 1) & 0xFFFF);
    } else {
      return -1;
    }
    return reference < 0
        ? -1
        : layout.of[VmNumbers.OBJECT_ARRAY_BASE]
            + (long) reference * layout.of[VmNumbers.REFERENCE_BYTES];
  }

  private int dynamicReference(long cache, int index) {
    long entries =
        UNSAFE.getLong(
            null, cache + layout.of[VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES]);
    if (entries == 0 || index < 0 || index >= UNSAFE.getInt(null, entries)) {
      return -1;
    }
    long entry =
        entries
            + layout.of[VmNumbers.ARRAY_OF_INDY_ENTRIES_DATA]
            + (long) index * layout.of[VmNumbers.INDY_ENTRY_BYTES];
    return UNSAFE.getShort(null, entry + layout.of[VmNumbers.INDY_ENTRY_RESOLVED_REFERENCES_INDEX])
        & 0xFFFF;
  }

  private int handleReference(long cache, int index) {
    long entries =
        UNSAFE.getLong(
            null, cache + layout.of[VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES]);
    if (entries == 0 || index >= UNSAFE.getInt(null, entries)) {
      return -1;
    }
    long entry =
        entries
            + layout.of[VmNumbers.ARRAY_OF_METHOD_ENTRIES_DATA]
            + (long) index * layout.of[VmNumbers.METHOD_ENTRY_BYTES];
    return UNSAFE.getShort(
            null, entry + layout.of[VmNumbers.METHOD_ENTRY_RESOLVED_REFERENCES_INDEX])
        & 0xFFFF;
  }

  /** Name of a method: class, name and descriptor. */
  public String name(int method) {
    int entry = entry(method);
    return classes.name(holder(method)).replace('/', '.')
        + "."
        + image.text(entry + (MethodEntry.NAME_OFFSET >> 2))
        + image.text(entry + (MethodEntry.DESCRIPTOR_OFFSET >> 2));
  }

  private int entry(int method) {
    if (method < 0 || method >= methods.length) {
      throw new IndexOutOfBoundsException(method);
    }
    return start + method * WORDS;
  }

  /** Finds all of a class's methods that the image names: each of the VM's is read only once. */
  private void findAll(int type) {
    long array = classes.methodArray(type);
    int first = classes.firstMethod(type);
    int last = first + classes.methods(type) - 1;
    LoadedImage.checkRange(first, last - first + 1, methods.length);
    int[] words = image.words;
    long next = array + layout.of[VmNumbers.ARRAY_OF_METHODS_DATA];
    for (int i = UNSAFE.getInt(null, array); i > 0; i--, next += Long.BYTES) {
      long found = UNSAFE.getLong(null, next);
      long constMethod = UNSAFE.getLong(null, found + layout.of[VmNumbers.METHOD_CONST_METHOD]);
      int key = UNSAFE.getInt(null, constMethod + layout.of[VmNumbers.CONST_METHOD_NAME_INDEX]);
      int entry = start + first * WORDS;
      for (int method = first; method <= last; method++, entry += WORDS) {
        if (words[entry + (MethodEntry.KEY >> 2)] == key
            && codeSize(entry) == codeSizeOf(constMethod)) {
          methods[method] = found;
        }
      }
    }
  }

  private int codeSize(int entry) {
    return image.words[entry + (MethodEntry.CODE_SIZE >> 2)] & 0xFFFF;
  }

  private int codeSizeOf(long constMethod) {
    return UNSAFE.getShort(null, constMethod + layout.of[VmNumbers.CONST_METHOD_CODE_SIZE])
        & 0xFFFF;
  }
}
