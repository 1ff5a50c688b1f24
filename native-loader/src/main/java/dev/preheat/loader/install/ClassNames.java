// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.hotspot.content.NameHash;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/** The image's index of class names, asked with the VM's own names ({@code Symbol}). */
public final class ClassNames {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = ClassEntry.BYTES >> 2;

  private final VmLayout layout;
  private final int[] words;
  private final int first;
  private final int index;
  private final int indexMask;
  private final long strings;
  private final int stringBytes;

  public ClassNames(LoadedImage image, VmLayout layout) {
    this.layout = layout;
    words = image.words;
    first = image.start(TableNumber.CLASSES);
    index = image.start(TableNumber.CLASS_INDEX);
    int slots = image.count(TableNumber.CLASS_INDEX);
    if (slots <= image.count(TableNumber.CLASSES) || (slots & (slots - 1)) != 0) {
      throw new IndexOutOfBoundsException(slots);
    }
    indexMask = slots - 1;
    strings = Unsafe.ARRAY_INT_BASE_OFFSET + ((long) image.start(TableNumber.STRINGS) << 2);
    stringBytes = image.count(TableNumber.STRINGS);
  }

  /** Index of the class of that name and loader, -1 when the image does not name it. */
  public int find(long symbol, int role) {
    int length = UNSAFE.getShort(null, symbol + layout.of[VmNumbers.SYMBOL_LENGTH]) & 0xFFFF;
    long body = symbol + layout.of[VmNumbers.SYMBOL_BODY];
    long hash = NameHash.start(length);
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      hash = NameHash.mix(hash, UNSAFE.getLong(null, body + at));
    }
    if (at < length) {
      hash = NameHash.mix(hash, lastWord(body, length, at));
    }
    int slot = (int) hash & indexMask;
    for (int type = words[index + slot] - 1; type >= 0; type = words[index + slot] - 1) {
      int entry = first + type * WORDS;
      if (words[entry + (ClassEntry.NAME_HASH >> 2)] == (int) hash
          && words[entry + (ClassEntry.NAME_HASH >> 2) + 1] == (int) (hash >>> 32)
          && (words[entry + (ClassEntry.ROLE >> 2)] & 0xFF) == role
          && isName(entry, body, length)) {
        return type;
      }
      slot = (slot + 1) & indexMask;
      if (slot == ((int) hash & indexMask)) {
        throw new IndexOutOfBoundsException(slot);
      }
    }
    return -1;
  }

  /** The bytes after the last whole word; nothing behind the name is read. */
  private static long lastWord(long body, int length, int at) {
    if (length >= Long.BYTES) {
      long last = UNSAFE.getLong(null, body + length - Long.BYTES);
      return last >>> (Long.SIZE - ((length - at) << 3));
    }
    long word = 0;
    for (int i = length - 1; i >= at; i--) {
      word = (word << 8) | (UNSAFE.getByte(null, body + i) & 0xFF);
    }
    return word;
  }

  private boolean isName(int entry, long body, int length) {
    int offset = words[entry + (ClassEntry.NAME_OFFSET >> 2)];
    if (words[entry + (ClassEntry.NAME_LENGTH >> 2)] != length) {
      return false;
    }
    LoadedImage.checkRange(offset, length, stringBytes);
    long name = strings + offset;
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      if (UNSAFE.getLong(words, name + at) != UNSAFE.getLong(null, body + at)) {
        return false;
      }
    }
    for (; at < length; at++) {
      if (UNSAFE.getByte(words, name + at) != UNSAFE.getByte(null, body + at)) {
        return false;
      }
    }
    return true;
  }
}
