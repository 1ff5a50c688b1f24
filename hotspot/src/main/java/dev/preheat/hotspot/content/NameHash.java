// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.content;

import java.nio.charset.StandardCharsets;

/** 64-bit hash of a name's UTF-8 bytes, cheap to compute over raw memory, eight bytes at a time. */
public final class NameHash {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private NameHash() {}

  /** Hash before the first word of a name of {@code length} bytes. */
  public static long start(int length) {
    return length;
  }

  /** Hash after one more little-endian word; the last word is padded with zero bytes. */
  public static long mix(long hash, long word) {
    long mixed = (hash ^ word) * MULTIPLIER;
    return mixed ^ (mixed >>> 32);
  }

  /** Hash of a whole name. */
  public static long of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    long hash = start(bytes.length);
    for (int at = 0; at < bytes.length; at += Long.BYTES) {
      long word = 0;
      for (int i = Math.min(Long.BYTES, bytes.length - at) - 1; i >= 0; i--) {
        word = (word << 8) | (bytes[at + i] & 0xFF);
      }
      hash = mix(hash, word);
    }
    return hash;
  }
}
