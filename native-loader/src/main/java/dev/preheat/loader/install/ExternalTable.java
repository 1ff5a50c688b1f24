// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.ExternalLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.loader.check.CodeReach;
import dev.preheat.loader.check.Libjvm;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/**
 * Addresses that only this process knows: of the VM's routines and values, and of our own stubs.
 */
public final class ExternalTable {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = ExternalLayout.BYTES >> 2;

  private final LoadedImage image;
  private final Libjvm libjvm;
  private final CodeReach reach;
  private final int first;

  /** By external: its value, once it is known that this JVM has it; that may be 0. */
  private final long[] values;

  private final boolean[] isKnown;

  /** Entries of the stubs that are installed, by record; 0, which is no address of code, if not. */
  private final long[] stubs;

  /**
   * Creates a table in which nothing is known yet.
   *
   * @param reach what code can call
   */
  public ExternalTable(LoadedImage image, Libjvm libjvm, CodeReach reach) {
    this.image = image;
    this.libjvm = libjvm;
    this.reach = reach;
    first = image.start(TableNumber.EXTERNALS);
    values = new long[image.count(TableNumber.EXTERNALS)];
    isKnown = new boolean[values.length];
    stubs = new long[image.count(TableNumber.RECORDS)];
  }

  /** Kind of an external. */
  int kind(int external) {
    return image.words[entry(external) + (ExternalLayout.KIND >> 2)];
  }

  /** The method of a call site. */
  int method(int external) {
    return image.words[entry(external) + (ExternalLayout.RECORD >> 2)];
  }

  /** The bytecode index of a call site. */
  long bytecodeIndex(int external) {
    return image.u8(entry(external));
  }

  /** Whether this JVM has an external that is no call site. */
  boolean isPresent(int external) {
    return isKnown[external] || find(external);
  }

  /** The value of an external that is present, 0 like every other. */
  long value(int external) {
    if (!isKnown[external]) {
      throw new IndexOutOfBoundsException(external);
    }
    return values[external];
  }

  /** Notes the entry of a stub. */
  void noteStub(int stubRecord, long address) {
    stubs[stubRecord] = address;
  }

  /** Name of an external. */
  public String name(int external) {
    return image.text(entry(external) + (ExternalLayout.NAME_OFFSET >> 2));
  }

  /**
   * What is at address 0 is missing: a routine, a stub, or data. A number may be 0. A routine that
   * calls do not reach is none that code can use.
   */
  private boolean find(int external) {
    int entry = entry(external);
    long value;
    boolean isPresent =
        switch (image.words[entry + (ExternalLayout.KIND >> 2)]) {
          case KindNumber.EXTERNAL_ADDRESS -> {
            value = address(entry);
            yield true;
          }
          case KindNumber.EXTERNAL_NUMBER -> {
            value = UNSAFE.getLong(null, address(entry));
            yield true;
          }
          case KindNumber.EXTERNAL_DATA -> {
            value = UNSAFE.getLong(null, address(entry));
            yield value != 0;
          }
          case KindNumber.EXTERNAL_ROUTINE -> {
            value = UNSAFE.getLong(null, address(entry));
            yield value != 0 && reach.includes(value);
          }
          case KindNumber.EXTERNAL_STUB -> {
            value = stubs[image.words[entry + (ExternalLayout.RECORD >> 2)]];
            yield value != 0;
          }
          default -> throw new IndexOutOfBoundsException(entry);
        };
    values[external] = value;
    isKnown[external] = isPresent;
    return isPresent;
  }

  /** In libjvm, as far from its base as the external says. */
  private long address(int entry) {
    long offset = image.u8(entry);
    if (!libjvm.contains(offset, Long.BYTES)) {
      throw new IndexOutOfBoundsException(entry);
    }
    return libjvm.base + offset;
  }

  private int entry(int external) {
    if (external < 0 || external >= values.length) {
      throw new IndexOutOfBoundsException(external);
    }
    return first + external * WORDS;
  }
}
