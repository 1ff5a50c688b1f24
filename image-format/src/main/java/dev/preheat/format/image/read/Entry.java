// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.Numbered;
import java.util.List;

/**
 * An entry of a table that is being read; fields are named by their offset in the entry.
 *
 * @param at offset in the region
 */
record Entry(Region region, Table table, int index, int at) {

  int u1(int field) {
    return region.bytes().get(at + field) & 0xFF;
  }

  int u2(int field) {
    return region.bytes().getShort(at + field) & 0xFFFF;
  }

  int u4(int field) {
    return region.bytes().getInt(at + field);
  }

  long u8(int field) {
    return region.bytes().getLong(at + field);
  }

  /** The text whose offset is in the field and whose length is in the next one. */
  String text(int field) throws ImageFormatException {
    return region.strings().get(u4(field), u4(field + Integer.BYTES));
  }

  /** A text that is not empty. */
  String name(int field) throws ImageFormatException {
    String name = text(field);
    if (name.isEmpty()) {
      throw damaged("no name");
    }
    return name;
  }

  /** The constant with that ordinal. */
  <E extends Numbered> E choice(int number, E[] constants) throws ImageFormatException {
    for (E constant : constants) {
      if (constant.number() == number) {
        return constant;
      }
    }
    throw damaged("kind " + Integer.toUnsignedString(number) + " does not exist");
  }

  /** The element with that index. */
  <T> T pick(int element, List<T> elements, Table of) throws ImageFormatException {
    return elements.get(checkIndex(element, elements.size(), of));
  }

  /** Returns the index if there are more entries than that. */
  int checkIndex(int element, int count, Table of) throws ImageFormatException {
    if (element < 0 || element >= count) {
      throw damaged(
          "names entry " + Integer.toUnsignedString(element) + " of " + count + " in " + of);
    }
    return element;
  }

  /** A number that is not negative. */
  long size(long value) throws ImageFormatException {
    if (value < 0) {
      throw damaged("a size or an offset of " + value);
    }
    return value;
  }

  void checkZero(int value) throws ImageFormatException {
    if (value != 0) {
      throw damaged("an unused field is not zero");
    }
  }

  /** Checks that the entries of a table ascend, which also means that none is there twice. */
  <T extends Comparable<? super T>> void checkAfter(List<T> before, T next)
      throws ImageFormatException {
    if (!before.isEmpty() && before.get(before.size() - 1).compareTo(next) >= 0) {
      throw damaged("is out of order or there twice");
    }
  }

  ImageFormatException damaged(String why) {
    return region.damaged(table + "[" + index + "]: " + why);
  }
}
