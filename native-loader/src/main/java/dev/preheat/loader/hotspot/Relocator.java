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

  /** What a relocation writes, 0 when it is not there: then {@link #unresolved} knows why. */
  private long symbol(int kind, int index) {
    return switch (kind) {
      case Tables.RELOCATE_STREAM_KLASS -> classes.klass(index);
      case Tables.RELOCATE_STREAM_METHOD ->
          checks.checkClass(methods.holder(index)) == null ? methods.method(index) : 0;
      case Tables.RELOCATE_STREAM_EXTERNAL, Tables.RELOCATE_CODE_EXTERNAL ->
          externals.kind(index) == Tables.EXTERNAL_CALL_SITE
              ? callSite(index)
              : externals.value(index);
      default -> throw new IndexOutOfBoundsException(kind);
    };
  }

  private long callSite(int external) {
    int method = externals.method(external);
    return checks.checkLinked(methods.holder(method)) == null
        ? Math.max(0, methods.appendix(method, externals.bytecodeIndex(external)))
        : 0;
  }

  private Reason unresolved(int kind, int index) {
    if (kind == Tables.RELOCATE_STREAM_KLASS) {
      Reason reason = checks.checkClass(index);
      return reason == null ? Reason.DAMAGED : reason;
    }
    int method = index;
    Reason reason;
    if (kind == Tables.RELOCATE_STREAM_METHOD) {
      reason = checks.checkClass(methods.holder(method));
    } else if (externals.kind(index) == Tables.EXTERNAL_CALL_SITE) {
      method = externals.method(index);
      reason = checks.checkLinked(methods.holder(method));
    } else {
      return checks.missing(Reason.EXTERNAL_MISSING, index);
    }
    return reason == null ? checks.missing(Reason.METHOD_NOT_FOUND, method) : reason;
  }
}
