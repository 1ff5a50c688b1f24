// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.write.ImageWriter.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The tables while they are filled. */
final class Tables {

  /** A text in {@link Table#STRINGS}. */
  record StringRef(int offset, int length) {}

  private final Map<Table, Bytes> tables = new EnumMap<>(Table.class);
  private final Map<String, StringRef> strings = new HashMap<>();

  Tables() {
    for (Table table : Table.values()) {
      tables.put(table, new Bytes());
    }
  }

  Bytes of(Table table) {
    return tables.get(table);
  }

  int count(Table table) {
    return of(table).size() / table.entryBytes();
  }

  StringRef string(String text) {
    return strings.computeIfAbsent(
        text,
        key -> {
          byte[] bytes = encode(key);
          StringRef ref = new StringRef(of(Table.STRINGS).size(), bytes.length);
          of(Table.STRINGS).bytes(bytes);
          return ref;
        });
  }

  private static byte[] encode(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("an unpaired surrogate is no text for an image", e);
    }
  }
}
