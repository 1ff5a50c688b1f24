// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.NOTE_OWNER;
import static dev.preheat.format.elf.ElfConstants.NOTE_OWNER_SIZE;
import static dev.preheat.format.elf.ElfConstants.NT_GNU_BUILD_ID;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The note that tells one file from every other: the first bytes of the SHA-256 of the file, where
 * the build id itself is zero.
 */
final class BuildId {
  /** Bytes of a build id, as many as other linkers write. */
  static final int SIZE = 20;

  static final int NOTE_HEADER_SIZE = 12 + NOTE_OWNER_SIZE;
  static final int NOTE_SIZE = NOTE_HEADER_SIZE + SIZE;

  private BuildId() {}

  static ByteBuffer emptyNote() {
    ByteBuffer note = ByteBuffer.allocate(NOTE_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    note.putInt(NOTE_OWNER_SIZE).putInt(SIZE).putInt(NT_GNU_BUILD_ID).putInt(NOTE_OWNER);
    return note.rewind();
  }

  /** The build id in a note, in lower-case hexadecimal. */
  static String read(ByteBuffer note) throws ElfFormatException {
    if (note.limit() != NOTE_SIZE
        || !note.slice(0, NOTE_HEADER_SIZE).equals(emptyNote().slice(0, NOTE_HEADER_SIZE))) {
      throw new ElfFormatException("the note with the build id is damaged");
    }
    byte[] id = new byte[SIZE];
    note.get(NOTE_HEADER_SIZE, id);
    return HexFormat.of().formatHex(id);
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
