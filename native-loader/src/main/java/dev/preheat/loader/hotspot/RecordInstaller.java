package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.InstallRecord;
import dev.preheat.format.image.ImageLayout.Relocation;
import dev.preheat.loader.Reason;
import jdk.internal.misc.Unsafe;

/**
 * Brings one record into the VM: check, copy, patch, install. What it finds out about a record that
 * is not installed is in {@link #blocker} and {@link #detail} until the next one.
 */
final class RecordInstaller {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final byte[] NO_BYTES = new byte[0];
  private static final int INITIAL_STREAM_BYTES = 1 << 14;
  private static final int INITIAL_CODE_BYTES = 1 << 14;

  /** Of a chunk of HotSpotCompiledCodeStream: address of the next chunk, size. */
  private static final int CHUNK_HEADER_BYTES = Long.BYTES + Integer.BYTES;

  // JVMCI::CodeInstallResult, src/hotspot/share/jvmci/jvmci.hpp
  private static final int RESULT_OK = 0;
  private static final int RESULT_DEPENDENCIES_FAILED = 1;
  private static final int RESULT_CACHE_FULL = 2;
  private static final int RESULT_CODE_TOO_LARGE = 4;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassTable classes;
  private final Methods methods;
  private final Objects objects;
  private final Externals externals;
  private final VmInstaller vm;
  private final int[] words;
  private final int records;
  private final int lists;

  /** The VM copies as many bytes from it as the stream says. */
  private byte[] code = new byte[INITIAL_CODE_BYTES];

  private long buffer;
  private int bufferBytes;
  private int blocker;
  private String detail;

  RecordInstaller(
      LoadedImage image,
      VmLayout layout,
      ClassTable classes,
      Methods methods,
      Externals externals,
      VmInstaller vm) {
    this.image = image;
    this.layout = layout;
    this.classes = classes;
    this.methods = methods;
    this.objects = new Objects(image, layout, classes);
    this.externals = externals;
    this.vm = vm;
    words = image.words;
    records = image.start(Tables.RECORDS);
    lists = image.start(Tables.LISTS);
    bufferBytes = INITIAL_STREAM_BYTES;
    buffer = UNSAFE.allocateMemory(bufferBytes);
  }

  void close() {
    UNSAFE.freeMemory(buffer);
    buffer = 0;
  }

  /**
   * What stands in the way of the last record: index of a class, or of a method where that was not
   * found, or of an external where that is missing; -1 for nothing of the kind.
   */
  int blocker() {
    return blocker;
  }

  /** More about the last record that was not installed; may be null. */
  String detail() {
    return detail;
  }

  /** Address of the nmethod or stub that was installed last. */
  long address() {
    return vm.address();
  }

  /** Installs a record, if all that it relies on is as it was for the compiler. */
  Reason install(int number) {
    blocker = -1;
    detail = null;
    int record = records + number * (InstallRecord.BYTES >> 2);
    boolean isStub = words[record + (InstallRecord.KIND >> 2)] == Tables.RECORD_STUB;
    Reason reason = checkClasses(record);
    if (reason == null && !isStub) {
      reason = checkRoot(words[record + (InstallRecord.METHOD >> 2)]);
    }
    Object[] pool = null;
    if (reason == null) {
      int count = words[record + (InstallRecord.OBJECTS >> 2)];
      if (count != 0) {
        int first = words[record + (InstallRecord.FIRST_OBJECT >> 2)];
        LoadedImage.checkRange(first, count, image.count(Tables.LISTS));
        pool = new Object[count];
        reason = fill(pool, lists + first);
      }
    }
    if (reason != null) {
      return reason;
    }
    code =
        image.copyCode(
            words[record + (InstallRecord.CODE_OFFSET >> 2)],
            words[record + (InstallRecord.CODE_SIZE >> 2)],
            code);
    int streamBytes = words[record + (InstallRecord.STREAM_SIZE >> 2)];
    copyStream(words[record + (InstallRecord.STREAM_OFFSET >> 2)], streamBytes);
    reason = relocate(record, streamBytes);
    return reason != null ? reason : install(number, record, isStub, pool);
  }

  private Reason install(int number, int record, boolean isStub, Object[] pool) {
    int result;
    try {
      result =
          vm.install(
              isStub,
              buffer,
              code,
              data(record),
              words[record + (InstallRecord.DATA_ALIGNMENT >> 2)],
              words[record + (InstallRecord.FRAME_SIZE >> 2)],
              pool);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (IllegalArgumentException | NullPointerException | Error e) {
      // What JVMCI throws when it does not like the stream.
      detail = e.toString();
      return Reason.VM_REFUSED;
    }
    if (result == RESULT_OK) {
      if (isStub) {
        externals.noteStub(number, vm.codeStart());
      }
      return Reason.INSTALLED;
    }
    detail = vm.failure();
    return switch (result) {
      case RESULT_DEPENDENCIES_FAILED -> Reason.DEPENDENCIES_FAILED;
      case RESULT_CACHE_FULL -> Reason.CODE_CACHE_FULL;
      case RESULT_CODE_TOO_LARGE -> Reason.CODE_TOO_LARGE;
      default -> Reason.VM_REFUSED;
    };
  }

  /** The classes whose files the code relies on, and those that it assumes to be initialised. */
  private Reason checkClasses(int record) {
    int count = words[record + (InstallRecord.DEPENDENCIES >> 2)];
    int first = words[record + (InstallRecord.FIRST_DEPENDENCY >> 2)];
    LoadedImage.checkRange(first, count, image.count(Tables.LISTS));
    byte[] states = classes.states;
    for (int i = lists + first + count - 1; i >= lists + first; i--) {
      if (states[words[i]] != ClassTable.SAME && !classes.isFileSame(words[i])) {
        blocker = classes.instance(words[i]);
        return classes.state(words[i]) == ClassTable.DIFFERS
            ? Reason.STRUCTURE_DIFFERS
            : Reason.CLASS_CHANGED;
      }
    }
    count = words[record + (InstallRecord.INITIALIZED >> 2)];
    first = words[record + (InstallRecord.FIRST_INITIALIZED >> 2)];
    LoadedImage.checkRange(first, count, image.count(Tables.LISTS));
    for (int i = lists + first + count - 1; i >= lists + first; i--) {
      Reason reason = checkClass(words[i]);
      if (reason != null) {
        return reason;
      }
      if (classes.initState(words[i]) != layout.stateFullyInitialized) {
        blocker = words[i];
        return Reason.CLASS_NOT_INITIALIZED;
      }
    }
    return null;
  }

  private Reason checkClass(int type) {
    byte state = classes.state(type);
    if (state == ClassTable.SAME) {
      return null;
    }
    blocker = classes.instance(type);
    return switch (state) {
      case ClassTable.CHANGED -> Reason.CLASS_CHANGED;
      case ClassTable.DIFFERS -> Reason.STRUCTURE_DIFFERS;
      default -> Reason.CLASS_NOT_LOADED;
    };
  }

  /** Linking a class resets the entry points of its methods, so nothing is installed before. */
  private Reason checkLinked(int type) {
    Reason reason = checkClass(type);
    if (reason == null && classes.initState(type) < layout.stateLinked) {
      blocker = type;
      return Reason.CLASS_NOT_LINKED;
    }
    return reason;
  }

  private Reason checkRoot(int root) {
    Reason reason = checkLinked(methods.holder(root));
    if (reason != null) {
      return reason;
    }
    long method = methods.method(root);
    if (method == 0) {
      blocker = root;
      return Reason.METHOD_NOT_FOUND;
    }
    return methods.isCompiled(method) ? Reason.ALREADY_COMPILED : null;
  }

  private Reason fill(Object[] pool, int first) {
    for (int i = 0; i < pool.length; i++) {
      int object = words[first + i];
      int type = objects.type(object);
      if (type >= 0) {
        Reason reason = objects.needsLinkedType(object) ? checkLinked(type) : checkClass(type);
        if (reason != null) {
          return reason;
        }
      }
      pool[i] = objects.object(object);
    }
    return null;
  }

  private byte[] data(int record) {
    int length = words[record + (InstallRecord.DATA_SIZE >> 2)];
    return length == 0
        ? NO_BYTES
        : image.data(words[record + (InstallRecord.DATA_OFFSET >> 2)], length);
  }

  private void copyStream(int offset, int length) {
    if (length > bufferBytes - CHUNK_HEADER_BYTES) {
      LoadedImage.checkRange(offset, length, image.count(Tables.STREAMS));
      UNSAFE.freeMemory(buffer);
      bufferBytes = length + INITIAL_STREAM_BYTES;
      buffer = UNSAFE.allocateMemory(bufferBytes);
    }
    image.copyStream(offset, length, buffer + CHUNK_HEADER_BYTES);
    UNSAFE.putLong(null, buffer, 0L);
    UNSAFE.putInt(null, buffer + Long.BYTES, length);
  }

  private Reason relocate(int record, int streamBytes) {
    int codeBytes = words[record + (InstallRecord.CODE_SIZE >> 2)];
    int count = words[record + (InstallRecord.RELOCATIONS >> 2)];
    int first = words[record + (InstallRecord.FIRST_RELOCATION >> 2)];
    LoadedImage.checkRange(first, count, image.count(Tables.RELOCATIONS));
    long[] klasses = classes.klasses;
    long[] known = methods.methods;
    long stream = buffer + CHUNK_HEADER_BYTES;
    int at = image.start(Tables.RELOCATIONS) + first * (Relocation.BYTES >> 2);
    for (int end = at + count * (Relocation.BYTES >> 2); at < end; at += Relocation.BYTES >> 2) {
      int offset = words[at];
      int kind = words[at + 1] >>> Relocation.KIND_SHIFT;
      int index = words[at + 1] & Relocation.INDEX_MASK;
      // Interpreted, each call counts: mostly the symbol is known already.
      long value =
          kind == Tables.RELOCATE_STREAM_KLASS
              ? klasses[index]
              : kind == Tables.RELOCATE_STREAM_METHOD ? known[index] : 0;
      if (value == 0) {
        value = symbol(kind, index);
        if (value == 0) {
          return unresolved(kind, index);
        }
      }
      boolean isCode = kind == Tables.RELOCATE_CODE_EXTERNAL;
      if (offset < 0 || offset > (isCode ? codeBytes : streamBytes) - Long.BYTES) {
        throw new IndexOutOfBoundsException(offset);
      }
      // Unaligned, which the processors that there are images for do not mind.
      if (isCode) {
        UNSAFE.putLong(code, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) offset, value);
      } else {
        UNSAFE.putLong(null, stream + offset, value);
      }
    }
    return null;
  }

  /** What a relocation writes, 0 when it is not there: then {@link #unresolved} knows why. */
  private long symbol(int kind, int index) {
    return switch (kind) {
      case Tables.RELOCATE_STREAM_KLASS -> classes.klass(index);
      case Tables.RELOCATE_STREAM_METHOD ->
          checkClass(methods.holder(index)) == null ? methods.method(index) : 0;
      case Tables.RELOCATE_STREAM_EXTERNAL, Tables.RELOCATE_CODE_EXTERNAL ->
          externals.kind(index) == Tables.EXTERNAL_CALL_SITE
              ? callSite(index)
              : externals.value(index);
      default -> throw new IndexOutOfBoundsException(kind);
    };
  }

  private long callSite(int external) {
    int method = externals.method(external);
    return checkLinked(methods.holder(method)) == null
        ? Math.max(0, methods.appendix(method, externals.bytecodeIndex(external)))
        : 0;
  }

  private Reason unresolved(int kind, int index) {
    if (kind == Tables.RELOCATE_STREAM_KLASS) {
      Reason reason = checkClass(index);
      return reason == null ? Reason.DAMAGED : reason;
    }
    int method = index;
    Reason reason;
    if (kind == Tables.RELOCATE_STREAM_METHOD) {
      reason = checkClass(methods.holder(method));
    } else if (externals.kind(index) == Tables.EXTERNAL_CALL_SITE) {
      method = externals.method(index);
      reason = checkLinked(methods.holder(method));
    } else {
      blocker = index;
      return Reason.EXTERNAL_MISSING;
    }
    if (reason == null) {
      blocker = method;
      return Reason.METHOD_NOT_FOUND;
    }
    return reason;
  }
}
