// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.STB_GLOBAL;
import static dev.preheat.format.elf.ElfConstants.STT_FUNC;
import static dev.preheat.format.elf.ElfConstants.STT_OBJECT;
import static dev.preheat.format.elf.ElfConstants.SYM_SIZE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the functions and objects of a symbol table. */
final class SymbolReader {
  private final ElfBytes bytes;
  private final ByteBuffer names;

  SymbolReader(ElfBytes bytes, ByteBuffer names) {
    this.bytes = bytes;
    this.names = names;
  }

  /**
   * A symbol as the table has it.
   *
   * @param sectionIndex {@code st_shndx}, which need not be that of a section
   * @param address {@code st_value}
   */
  record Entry(
      String name, SymbolKind kind, boolean exported, int sectionIndex, long address, long size) {
    ElfSymbol symbol(String section, long sectionAddress) {
      return new ElfSymbol(name, section, address - sectionAddress, size, kind, exported);
    }
  }

  /** All but symbols of other types, as the null entry is. */
  List<Entry> read(ByteBuffer table) throws ElfFormatException {
    if (table.limit() % SYM_SIZE != 0) {
      throw new ElfFormatException("a symbol table ends in the middle of a symbol");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < table.limit(); i += SYM_SIZE) {
      int info = table.get(i + 4);
      int type = info & 0xf;
      if (type == STT_FUNC || type == STT_OBJECT) {
        entries.add(
            new Entry(
                bytes.name(names, Integer.toUnsignedLong(table.getInt(i))),
                type == STT_FUNC ? SymbolKind.FUNCTION : SymbolKind.OBJECT,
                info >> 4 == STB_GLOBAL,
                Short.toUnsignedInt(table.getShort(i + 6)),
                table.getLong(i + 8),
                table.getLong(i + 16)));
      }
    }
    return entries;
  }
}
