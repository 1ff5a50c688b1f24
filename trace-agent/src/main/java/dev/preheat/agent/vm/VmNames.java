// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.VmStructs;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The VM's names (symbol.hpp): modified UTF-8, each there once. */
final class VmNames {
  private final VmMemory memory;
  private final long lengthOffset;
  private final long bodyOffset;
  private final Map<Long, String> known = new HashMap<>();

  VmNames(VmStructs structs) {
    memory = structs.memory();
    lengthOffset = structs.offset(VmField.SYMBOL_LENGTH);
    bodyOffset = structs.offset("Symbol::_body[0]");
  }

  /** The text of a {@code Symbol*}. */
  String text(long symbol) {
    String text = known.get(symbol);
    if (text == null) {
      text = read(symbol);
      known.put(symbol, text);
    }
    return text;
  }

  private String read(long symbol) {
    int length = memory.u2(symbol + lengthOffset);
    // As DataInput reads it: two bytes of length, then the text.
    byte[] bytes = new byte[2 + length];
    bytes[0] = (byte) (length >> 8);
    bytes[1] = (byte) length;
    for (int i = 0; i < length; i++) {
      bytes[2 + i] = (byte) memory.u1(symbol + bodyOffset + i);
    }
    try {
      return new DataInputStream(new ByteArrayInputStream(bytes)).readUTF();
    } catch (IOException e) {
      throw new IllegalStateException("a symbol that is no modified UTF-8", e);
    }
  }
}
