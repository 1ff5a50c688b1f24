// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.DT_HASH;
import static dev.preheat.format.elf.ElfConstants.DT_NULL;
import static dev.preheat.format.elf.ElfConstants.DT_SONAME;
import static dev.preheat.format.elf.ElfConstants.DT_STRSZ;
import static dev.preheat.format.elf.ElfConstants.DT_STRTAB;
import static dev.preheat.format.elf.ElfConstants.DT_SYMENT;
import static dev.preheat.format.elf.ElfConstants.DT_SYMTAB;
import static dev.preheat.format.elf.ElfConstants.DYN_SIZE;
import static dev.preheat.format.elf.ElfConstants.SYM_SIZE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the dynamic linker starts from (gABI, "Dynamic Section"). */
final class DynamicTable {
  private DynamicTable() {}

  static ByteBuffer of(SectionTable sections, int nameOffset) {
    SectionHeader names = sections.header(".dynstr");
    long[] entries = {
      DT_SONAME, nameOffset,
      DT_HASH, sections.header(".hash").address(),
      DT_STRTAB, names.address(),
      DT_SYMTAB, sections.header(".dynsym").address(),
      DT_STRSZ, names.size(),
      DT_SYMENT, SYM_SIZE,
      DT_NULL, 0
    };
    ByteBuffer table =
        ByteBuffer.allocate(entries.length / 2 * DYN_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    for (long each : entries) {
      table.putLong(each);
    }
    return table.flip();
  }
}
