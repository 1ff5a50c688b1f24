// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A string table under construction: a zero, then each name with a zero behind it. */
final class StringTable {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  StringTable() {
    bytes.write(0);
  }

  /** Adds a name and returns its offset. */
  int add(String name) {
    int offset = bytes.size();
    bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    bytes.write(0);
    return offset;
  }

  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
