// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, every access checked. */
final class ElfBytes {
  private final ByteBuffer file;

  /** How many bytes of names may still be read: damaged tables could name the same ones again. */
  private long namesLeft;

  ElfBytes(ByteBuffer file) {
    this.file = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.namesLeft = file.remaining();
  }

  /**
   * A part of the file, little-endian.
   *
   * @throws ElfFormatException if it is not all within the file
   */
  ByteBuffer slice(long offset, long size, String what) throws ElfFormatException {
    if (offset < 0 || size < 0 || size > file.capacity() || offset > file.capacity() - size) {
      throw new ElfFormatException(
          what
              + " is not within the file: offset "
              + Long.toUnsignedString(offset)
              + ", size "
              + Long.toUnsignedString(size)
              + ", file size "
              + file.capacity());
    }
    return file.slice((int) offset, (int) size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A name in a string table.
   *
   * @throws ElfFormatException if it is not all within the table, or not UTF-8
   */
  String name(ByteBuffer table, long offset) throws ElfFormatException {
    if (offset < 0 || offset >= table.limit()) {
      throw new ElfFormatException("a name is not within its string table: offset " + offset);
    }
    int start = (int) offset;
    int end = start;
    while (end < table.limit() && table.get(end) != 0) {
      end++;
    }
    namesLeft -= end - start + 1L;
    if (end == table.limit() || namesLeft < 0) {
      throw new ElfFormatException("a name has no end, or names overlap: offset " + offset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(table.slice(start, end - start)).toString();
    } catch (CharacterCodingException e) {
      throw new ElfFormatException("a name is not UTF-8: offset " + offset, e);
    }
  }
}
