package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.InstallRecord;
import dev.preheat.format.image.ImageLayout.Relocation;
import dev.preheat.loader.Reason;
import jdk.internal.misc.Unsafe;

/** Writes this process's addresses into the copy of a record. */
final class Relocator {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final LoadedImage image;
  private final ClassTable classes;
  private final Methods methods;
  private final Externals externals;
  private final RecordChecks checks;
  private final int[] words;

  /** What {@link #resolve} found. */
  private long resolved;

  Relocator(
      LoadedImage image,
      ClassTable classes,
      Methods methods,
      Externals externals,
      RecordChecks checks) {
    this.image = image;
    this.classes = classes;
    this.methods = methods;
    this.externals = externals;
    this.checks = checks;
    words = image.words;
  }

  /**
   * Patches the copy of a record.
   *
   * @return why something that it names is not there, or null
   */
  Reason relocate(int record, RecordMemory memory) {
    byte[] code = memory.code();
    long stream = memory.stream();
    int streamBytes = words[record + (InstallRecord.STREAM_SIZE >> 2)];
    int codeBytes = words[record + (InstallRecord.CODE_SIZE >> 2)];
    int count = words[record + (InstallRecord.RELOCATIONS >> 2)];
    int first = words[record + (InstallRecord.FIRST_RELOCATION >> 2)];
    LoadedImage.checkRange(first, count, image.count(Tables.RELOCATIONS));
    long[] klasses = classes.klasses;
    long[] known = methods.methods;
    int at = image.start(Tables.RELOCATIONS) + first * (Relocation.BYTES >> 2);
    for (int end = at + count * (Relocation.BYTES >> 2); at < end; at += Relocation.BYTES >> 2) {
      int offset = words[at];
      int kind = words[at + 1] >>> Relocation.KIND_SHIFT;
      int index = words[at + 1] & Relocation.INDEX_MASK;
      // Interpreted, each call counts: mostly the symbol is known already. No class and no method
      // lies at address 0; what else may be written may be 0.
      long value =
          kind == Tables.RELOCATE_STREAM_KLASS
              ? klasses[index]
              : kind == Tables.RELOCATE_STREAM_METHOD ? known[index] : 0;
      if (value == 0) {
        Reason reason = resolve(kind, index);
        if (reason != null) {
          return reason;
        }
        value = resolved;
      }
      boolean isCode = kind == Tables.RELOCATE_CODE_EXTERNAL;
      if (offset < 0 || offset > (isCode ? codeBytes : streamBytes) - Long.BYTES) {
        return Reason.DAMAGED;
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

  /** Finds what a relocation writes: it is in {@link #resolved} when there is no reason. */
  private Reason resolve(int kind, int index) {
    return switch (kind) {
      case Tables.RELOCATE_STREAM_KLASS -> resolveClass(index);
      case Tables.RELOCATE_STREAM_METHOD -> resolveMethod(index);
      case Tables.RELOCATE_STREAM_EXTERNAL, Tables.RELOCATE_CODE_EXTERNAL -> resolveExternal(index);
      default -> throw new IndexOutOfBoundsException(kind);
    };
  }

  private Reason resolveClass(int type) {
    Reason reason = checks.checkClass(type);
    if (reason == null) {
      resolved = classes.klass(type);
      // An array of void.
      return resolved == 0 ? Reason.DAMAGED : null;
    }
    return reason;
  }

  private Reason resolveMethod(int method) {
    Reason reason = checks.checkClass(methods.holder(method));
    if (reason == null) {
      resolved = methods.method(method);
      return resolved == 0 ? checks.missing(Reason.METHOD_NOT_FOUND, method) : null;
    }
    return reason;
  }

  private Reason resolveExternal(int external) {
    if (externals.kind(external) == Tables.EXTERNAL_CALL_SITE) {
      return resolveCallSite(external);
    }
    if (externals.isPresent(external)) {
      resolved = externals.value(external);
      return null;
    }
    return checks.missing(Reason.EXTERNAL_MISSING, external);
  }

  private Reason resolveCallSite(int external) {
    int method = externals.method(external);
    Reason reason = checks.checkLinked(methods.holder(method));
    if (reason == null) {
      resolved = methods.appendix(method, externals.bytecodeIndex(external));
      return resolved < 0 ? checks.missing(Reason.METHOD_NOT_FOUND, method) : null;
    }
    return reason;
  }
}
