// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.STB_GLOBAL;
import static dev.preheat.format.elf.ElfConstants.STB_LOCAL;
import static dev.preheat.format.elf.ElfConstants.STT_FUNC;
import static dev.preheat.format.elf.ElfConstants.STT_OBJECT;
import static dev.preheat.format.elf.ElfConstants.SYM_SIZE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A symbol table under construction (gABI, "Symbol Table"): a null entry, then the symbols, whose
 * names go to a string table.
 */
final class SymbolTable {
  private final ByteBuffer bytes;
  private final StringTable names;

  /**
   * @param capacity number of symbols
   */
  SymbolTable(int capacity, StringTable names) {
    this.bytes =
        ByteBuffer.allocate(Math.multiplyExact(capacity + 1, SYM_SIZE))
            .order(ByteOrder.LITTLE_ENDIAN);
    this.names = names;
    bytes.position(SYM_SIZE);
  }

  void addAll(List<ElfSymbol> symbols, SectionTable sections) {
    for (ElfSymbol symbol : symbols) {
      int binding = symbol.exported() ? STB_GLOBAL : STB_LOCAL;
      int section = sections.indexOf(symbol.section());
      bytes.putInt(names.add(symbol.name()));
      bytes.put((byte) ((binding << 4) | typeOf(symbol.kind())));
      bytes.put((byte) 0);
      bytes.putShort((short) section);
      bytes.putLong(sections.header(section).offset() + symbol.offset());
      bytes.putLong(symbol.size());
    }
  }

  ByteBuffer toBuffer() {
    return bytes.rewind();
  }

  private static int typeOf(SymbolKind kind) {
    return switch (kind) {
      case FUNCTION -> STT_FUNC;
      case OBJECT -> STT_OBJECT;
    };
  }
}
