// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.RelocationLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.outcome.Outcome;
import jdk.internal.misc.Unsafe;

/** Writes this process's addresses into the copy of a record. */
final class Relocator {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final LoadedImage image;
  private final ClassTable classes;
  private final MethodTable methods;
  private final ExternalTable externals;
  private final RecordChecks checks;
  private final Countdowns countdowns;
  private final int[] words;

  /** What {@link #resolve} found. */
  private long resolved;

  /** The record that is relocated. */
  private int number;

  Relocator(
      LoadedImage image,
      ClassTable classes,
      MethodTable methods,
      ExternalTable externals,
      RecordChecks checks,
      Countdowns countdowns) {
    this.image = image;
    this.classes = classes;
    this.methods = methods;
    this.externals = externals;
    this.checks = checks;
    this.countdowns = countdowns;
    words = image.words;
  }

  /**
   * Patches the copy of a record.
   *
   * @param number of the record
   * @param record where it starts
   * @return why something that it names is not there, or null
   */
  Outcome relocate(int number, int record, RecordMemory memory) {
    this.number = number;
    byte[] code = memory.code();
    long stream = memory.stream();
    int streamBytes = words[record + (RecordLayout.STREAM_SIZE >> 2)];
    int codeBytes = words[record + (RecordLayout.CODE_SIZE >> 2)];
    int count = words[record + (RecordLayout.RELOCATIONS >> 2)];
    int first = words[record + (RecordLayout.FIRST_RELOCATION >> 2)];
    LoadedImage.checkRange(first, count, image.count(TableNumber.RELOCATIONS));
    long[] klasses = classes.klasses;
    long[] known = methods.methods;
    int at = image.start(TableNumber.RELOCATIONS) + first * (RelocationLayout.BYTES >> 2);
    for (int end = at + count * (RelocationLayout.BYTES >> 2);
        at < end;
        at += RelocationLayout.BYTES >> 2) {
      int offset = words[at];
      int kind = words[at + 1] >>> RelocationLayout.KIND_SHIFT;
      int index = words[at + 1] & RelocationLayout.INDEX_MASK;
      // Interpreted, each call counts: mostly the symbol is known already. No class and no method
      // lies at address 0; what else may be written may be 0.
      long value =
          kind == KindNumber.RELOCATE_STREAM_KLASS
              ? klasses[index]
              : kind == KindNumber.RELOCATE_STREAM_METHOD ? known[index] : 0;
      if (value == 0) {
        Outcome reason = resolve(kind, index);
        if (reason != null) {
          return reason;
        }
        value = resolved;
      }
      boolean isCode = kind == KindNumber.RELOCATE_CODE_EXTERNAL;
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

  /** Finds what a relocation writes: it is in {@link #resolved} when there is no reason. */
  private Outcome resolve(int kind, int index) {
    return switch (kind) {
      case KindNumber.RELOCATE_STREAM_KLASS -> resolveClass(index);
      case KindNumber.RELOCATE_STREAM_METHOD -> resolveMethod(index);
      case KindNumber.RELOCATE_STREAM_EXTERNAL, KindNumber.RELOCATE_CODE_EXTERNAL ->
          resolveExternal(index);
      default -> throw new IndexOutOfBoundsException(kind);
    };
  }

  private Outcome resolveClass(int type) {
    Outcome reason = checks.checkClass(type);
    if (reason == null) {
      resolved = classes.klass(type);
      if (resolved == 0) {
        // An array of void.
        throw new IndexOutOfBoundsException(type);
      }
    }
    return reason;
  }

  private Outcome resolveMethod(int method) {
    Outcome reason = checks.checkClass(methods.holder(method));
    if (reason == null) {
      resolved = methods.method(method);
      return resolved == 0 ? checks.missing(Outcome.METHOD_NOT_FOUND, method) : null;
    }
    return reason;
  }

  private Outcome resolveExternal(int external) {
    if (externals.kind(external) == KindNumber.EXTERNAL_CALL_SITE) {
      return resolveCallSite(external);
    }
    if (externals.kind(external) == KindNumber.EXTERNAL_COUNTDOWN) {
      resolved = countdowns.of(number);
      return null;
    }
    if (externals.isPresent(external)) {
      resolved = externals.value(external);
      return null;
    }
    return checks.missing(Outcome.EXTERNAL_MISSING, external);
  }

  private Outcome resolveCallSite(int external) {
    int method = externals.method(external);
    Outcome reason = checks.checkLinked(methods.holder(method));
    if (reason == null) {
      resolved = methods.appendix(method, externals.bytecodeIndex(external));
      return resolved < 0 ? checks.missing(Outcome.METHOD_NOT_FOUND, method) : null;
    }
    return reason;
  }
}
