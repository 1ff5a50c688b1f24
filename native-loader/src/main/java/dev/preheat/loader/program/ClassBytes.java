// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.program;

import java.nio.charset.StandardCharsets;

/**
 * A small class file that is being written. The JDK's streams would start its var handles first.
 */
final class ClassBytes {

  private final byte[] bytes;
  private int count;

  ClassBytes(int capacity) {
    bytes = new byte[capacity];
  }

  ClassBytes u1(int value) {
    bytes[count++] = (byte) value;
    return this;
  }

  ClassBytes u2(int value) {
    return u1(value >>> 8).u1(value);
  }

  ClassBytes u4(int value) {
    return u2(value >>> 16).u2(value);
  }

  /** A text with its length. In names, UTF-8 and the modified form differ in surrogates only. */
  ClassBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    u2(utf8.length);
    System.arraycopy(utf8, 0, bytes, count, utf8.length);
    count += utf8.length;
    return this;
  }

  byte[] toByteArray() {
    byte[] all = new byte[count];
    System.arraycopy(bytes, 0, all, 0, count);
    return all;
  }
}
