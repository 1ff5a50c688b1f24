package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.External;
import jdk.internal.misc.Unsafe;

/**
 * Addresses that only this process knows: of the VM's routines and values, and of our own stubs.
 */
final class Externals {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = External.BYTES >> 2;

  private final LoadedImage image;
  private final Libjvm libjvm;
  private final int first;
  private final long[] values;

  /** Entries of the stubs that are installed, by record. */
  private final long[] stubs;

  Externals(LoadedImage image, Libjvm libjvm) {
    this.image = image;
    this.libjvm = libjvm;
    first = image.start(Tables.EXTERNALS);
    values = new long[image.count(Tables.EXTERNALS)];
    stubs = new long[image.count(Tables.RECORDS)];
  }

  /** Kind of an external. */
  int kind(int external) {
    return image.words[entry(external) + (External.KIND >> 2)];
  }

  /** The method of a call site. */
  int method(int external) {
    return image.words[entry(external) + (External.RECORD >> 2)];
  }

  /** The bytecode index of a call site. */
  long bytecodeIndex(int external) {
    return image.u8(entry(external));
  }

  /** The value of an external that is no call site, 0 when this JVM has none. */
  long value(int external) {
    long value = values[external];
    if (value == 0) {
      value = find(entry(external));
      values[external] = value;
    }
    return value;
  }

  /** Notes the entry of a stub. */
  void noteStub(int stubRecord, long address) {
    stubs[stubRecord] = address;
  }

  /** Name of an external. */
  String name(int external) {
    return image.text(entry(external) + (External.NAME_OFFSET >> 2));
  }

  private long find(int entry) {
    int kind = image.words[entry + (External.KIND >> 2)];
    if (kind == Tables.EXTERNAL_STUB) {
      return stubs[image.words[entry + (External.RECORD >> 2)]];
    }
    long offset = image.u8(entry);
    if (!libjvm.contains(offset, Long.BYTES)) {
      throw new IndexOutOfBoundsException(entry);
    }
    return kind == Tables.EXTERNAL_VALUE
        ? UNSAFE.getLong(null, libjvm.base + offset)
        : libjvm.base + offset;
  }

  private int entry(int external) {
    if (external < 0 || external >= values.length) {
      throw new IndexOutOfBoundsException(external);
    }
    return first + external * WORDS;
  }
}
