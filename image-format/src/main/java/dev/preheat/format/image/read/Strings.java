// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts of an image that is being read. No two texts overlap, so all of them together are not
 * larger than the table.
 */
final class Strings {

  private record Text(int end, String value) {}

  private final String name;
  private final ByteBuffer table;
  private final TreeMap<Integer, Text> texts = new TreeMap<>();
  private long used;

  Strings(String name, ByteBuffer table) {
    this.name = name;
    this.table = table;
  }

  String get(int offset, int length) throws ImageFormatException {
    long end = Integer.toUnsignedLong(offset) + Integer.toUnsignedLong(length);
    if (end > table.capacity()) {
      throw damaged(offset, length, "is not within the table");
    }
    if (length == 0) {
      return "";
    }
    Text text = texts.get(offset);
    if (text == null) {
      text = new Text((int) end, decode(offset, length));
      Map.Entry<Integer, Text> before = texts.lowerEntry(offset);
      Integer after = texts.higherKey(offset);
      if ((before != null && before.getValue().end() > offset) || (after != null && after < end)) {
        throw damaged(offset, length, "overlaps another");
      }
      texts.put(offset, text);
      used += length;
    } else if (text.end() != end) {
      throw damaged(offset, length, "overlaps another");
    }
    return text.value();
  }

  /** Checks that every byte belongs to a text. */
  void checkAllUsed() throws ImageFormatException {
    if (used != table.capacity()) {
      throw ImageFormatException.damaged(
          name, "of " + table.capacity() + " bytes of text only " + used + " are used");
    }
  }

  private String decode(int offset, int length) throws ImageFormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(table.slice(offset, length)).toString();
    } catch (CharacterCodingException e) {
      throw ImageFormatException.damaged(name, message(offset, length, "is not UTF-8"), e);
    }
  }

  private ImageFormatException damaged(int offset, int length, String why) {
    return ImageFormatException.damaged(name, message(offset, length, why));
  }

  private static String message(int offset, int length, String why) {
    return "the text at "
        + Integer.toUnsignedString(offset)
        + " of length "
        + Integer.toUnsignedString(length)
        + " "
        + why;
  }
}
