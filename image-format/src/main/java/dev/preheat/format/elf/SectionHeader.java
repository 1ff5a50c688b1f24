// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.SHF_ALLOC;

import java.nio.ByteBuffer;

/**
 * An entry of the section header table (gABI, "Section Header"), without its name.
 *
 * @param type {@code sh_type}
 * @param flags {@code sh_flags}
 * @param offset {@code sh_offset}
 * @param size {@code sh_size}
 * @param link {@code sh_link}
 * @param info {@code sh_info}
 * @param alignment {@code sh_addralign}
 * @param entrySize {@code sh_entsize}
 */
record SectionHeader(
    int type,
    long flags,
    long offset,
    long size,
    int link,
    int info,
    long alignment,
    long entrySize) {
  static final SectionHeader NULL = new SectionHeader(0, 0, 0, 0, 0, 0, 0, 0);

  /** Addresses are file offsets; what is not mapped has none. */
  long address() {
    return (flags & SHF_ALLOC) != 0 ? offset : 0;
  }

  long end() {
    return offset + size;
  }

  void write(int nameOffset, ByteBuffer out) {
    out.putInt(nameOffset).putInt(type).putLong(flags).putLong(address()).putLong(offset);
    out.putLong(size).putInt(link).putInt(info).putLong(alignment).putLong(entrySize);
  }

  /** Reads all but name and address. */
  static SectionHeader read(ByteBuffer table, int position) {
    return new SectionHeader(
        table.getInt(position + 4),
        table.getLong(position + 8),
        table.getLong(position + 24),
        table.getLong(position + 32),
        table.getInt(position + 40),
        table.getInt(position + 44),
        table.getLong(position + 48),
        table.getLong(position + 56));
  }

  /** The {@code sh_name} of an entry. */
  static int nameIn(ByteBuffer table, int position) {
    return table.getInt(position);
  }

  /** The {@code sh_addr} of an entry. */
  static long addressIn(ByteBuffer table, int position) {
    return table.getLong(position + 16);
  }
}
