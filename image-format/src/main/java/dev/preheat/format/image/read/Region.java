// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageHeader;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The region of an image whose header, checksum and directory hold; gives out table entries. */
final class Region {

  private static final Table[] TABLES = Table.values();

  private final String name;
  private final ByteBuffer bytes;
  private final int[] offsets = new int[TABLES.length];
  private final int[] counts = new int[TABLES.length];
  private final Strings strings;

  /**
   * Checks the header and the directory.
   *
   * @param name of the image, for messages
   */
  Region(String name, byte[] region, byte[] code) throws ImageFormatException {
    this.name = name;
    bytes = ByteBuffer.wrap(region).order(ByteOrder.LITTLE_ENDIAN).asReadOnlyBuffer();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    ImageHeader.read(name, bytes).check(name, region, code);
    readDirectory();
    strings = new Strings(name, area(Table.STRINGS));
  }

  int count(Table table) {
    return counts[table.number()];
  }

  /** An entry of a table of entries; the index is one that the caller has checked. */
  Entry entry(Table table, int index) {
    return new Entry(
        this,
        table,
        index,
        offsets[table.number()] + Math.multiplyExact(index, table.entryBytes()));
  }

  /** The bytes of a whole table. */
  ByteBuffer area(Table table) {
    return bytes.slice(offsets[table.number()], count(table) * table.entryBytes());
  }

  ByteBuffer bytes() {
    return bytes;
  }

  Strings strings() {
    return strings;
  }

  ImageFormatException damaged(String why) {
    return ImageFormatException.damaged(name, why);
  }

  /** Tables follow each other without gaps but for alignment, so none overlaps another. */
  private void readDirectory() throws ImageFormatException {
    long next = ImageHeader.size();
    for (Table table : TABLES) {
      int entry = Header.DIRECTORY + table.number() * Header.DIRECTORY_ENTRY;
      long offset = Integer.toUnsignedLong(bytes.getInt(entry));
      long count = Integer.toUnsignedLong(bytes.getInt(entry + Integer.BYTES));
      if (offset != next) {
        throw damaged("table " + table + " starts at " + offset + " instead of " + next);
      }
      long end = offset + count * table.entryBytes();
      next = end + (-end & (ImageLayout.ALIGNMENT - 1));
      if (next > bytes.capacity()) {
        throw damaged("table " + table + " with " + count + " entries does not fit");
      }
      offsets[table.number()] = (int) offset;
      counts[table.number()] = (int) count;
      checkZero("after table " + table, (int) end, (int) next);
    }
    if (next != bytes.capacity()) {
      throw damaged("its tables end at " + next + " of " + bytes.capacity() + " bytes");
    }
  }

  private void checkZero(String where, int from, int to) throws ImageFormatException {
    for (int at = from; at < to; at++) {
      if (bytes.get(at) != 0) {
        throw damaged("the padding " + where + " is not zero");
      }
    }
  }
}
