// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.Table;
import java.nio.ByteBuffer;

/**
 * Ranges of a table or of the code area that follow each other, each aligned, zero bytes between
 * them, until the end: none overlaps another and nothing is left over.
 */
final class Ranges {

  private final Region region;
  private final String what;
  private final ByteBuffer bytes;
  private final int limit;
  private final int alignment;
  private int next;

  private Ranges(Region region, String what, ByteBuffer bytes, int limit, int alignment) {
    this.region = region;
    this.what = what;
    this.bytes = bytes;
    this.limit = limit;
    this.alignment = alignment;
  }

  static Ranges ofEntries(Region region, Table table) {
    return new Ranges(region, table.toString(), ByteBuffer.allocate(0), region.count(table), 1);
  }

  static Ranges ofBytes(Region region, String what, ByteBuffer bytes, int alignment) {
    return new Ranges(region, what, bytes, bytes.capacity(), alignment);
  }

  /** Takes the next range; returns its start. */
  int take(Entry entry, int start, int length) throws ImageFormatException {
    long expected = (next + (alignment - 1L)) & -alignment;
    long end = expected + Integer.toUnsignedLong(length);
    if (start != expected || end > limit) {
      throw entry.damaged(
          what
              + " from "
              + Integer.toUnsignedString(start)
              + ", length "
              + Integer.toUnsignedString(length)
              + ", does not start at "
              + expected
              + " or ends after "
              + limit);
    }
    for (int at = next; at < start; at++) {
      if (bytes.get(at) != 0) {
        throw entry.damaged("the padding before its part of " + what + " is not zero");
      }
    }
    next = (int) end;
    return start;
  }

  /** Takes the next range; returns its bytes. */
  byte[] takeBytes(Entry entry, int start, int length) throws ImageFormatException {
    take(entry, start, length);
    byte[] copy = new byte[length];
    bytes.get(start, copy);
    return copy;
  }

  /** Checks that nothing is left over. */
  void checkAllTaken() throws ImageFormatException {
    if (next != limit) {
      throw region.damaged("of " + limit + " in " + what + " only " + next + " are used");
    }
  }
}
