// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.VmField;

/** The tables of an image, in the order of the directory and of the file. */
public enum Table {
  /** UTF-8 text, referenced by offset and length; the count is in bytes. */
  STRINGS(TableNumber.STRINGS, 1),
  /** System properties that identify the JVM. */
  PROPERTIES(TableNumber.PROPERTIES, ImageLayout.Property.BYTES),
  /** One u4 for each {@link VmField}. */
  VM_LAYOUT(TableNumber.VM_LAYOUT, 4),
  /** The fingerprint. */
  FACTS(TableNumber.FACTS, ImageLayout.FactLayout.BYTES),
  /** The class path. */
  CONTAINERS(TableNumber.CONTAINERS, ImageLayout.ContainerLayout.BYTES),
  /** Classes, each named once. */
  CLASSES(TableNumber.CLASSES, ImageLayout.ClassEntry.BYTES),
  /**
   * Open-addressing hash table over {@link #CLASSES}, instance classes only: u4 class index + 1, 0
   * is free; the number of slots is a power of two, at least twice the number of classes; slot =
   * low bits of the name hash, then the next ones.
   */
  CLASS_INDEX(TableNumber.CLASS_INDEX, 4),
  /**
   * SHA-256 of each class's file, by class index; zero where the identity of the JDK build stands
   * for it.
   */
  DIGESTS(TableNumber.DIGESTS, ImageLayout.DIGEST_BYTES),
  /** Methods, each named once, grouped by class. */
  METHODS(TableNumber.METHODS, ImageLayout.MethodEntry.BYTES),
  /** Object constants. */
  OBJECTS(TableNumber.OBJECTS, ImageLayout.ObjectEntry.BYTES),
  /** Addresses in the VM and of the image's own stubs. */
  EXTERNALS(TableNumber.EXTERNALS, ImageLayout.ExternalLayout.BYTES),
  /** CPU targets and collectors. */
  VARIANTS(TableNumber.VARIANTS, ImageLayout.VariantLayout.BYTES),
  /** Install records, in install order. */
  RECORDS(TableNumber.RECORDS, ImageLayout.RecordLayout.BYTES),
  /** Places to patch. */
  RELOCATIONS(TableNumber.RELOCATIONS, ImageLayout.RelocationLayout.BYTES),
  /** Lists of u4 that records refer to. */
  LISTS(TableNumber.LISTS, 4),
  /** Install streams and data sections; the count is in bytes. */
  STREAMS(TableNumber.STREAMS, 1);

  private final int number;
  private final int entryBytes;

  Table(int number, int entryBytes) {
    this.number = number;
    this.entryBytes = entryBytes;
  }

  /** Its position in the directory. */
  public int number() {
    return number;
  }

  /** Size of an entry, in bytes. */
  public int entryBytes() {
    return entryBytes;
  }
}
