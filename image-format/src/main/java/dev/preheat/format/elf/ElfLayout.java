// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.DYN_SIZE;
import static dev.preheat.format.elf.ElfConstants.EHDR_SIZE;
import static dev.preheat.format.elf.ElfConstants.PHDR_SIZE;
import static dev.preheat.format.elf.ElfConstants.SHF_ALLOC;
import static dev.preheat.format.elf.ElfConstants.SHF_EXECINSTR;
import static dev.preheat.format.elf.ElfConstants.SHF_WRITE;
import static dev.preheat.format.elf.ElfConstants.SHT_DYNAMIC;
import static dev.preheat.format.elf.ElfConstants.SHT_DYNSYM;
import static dev.preheat.format.elf.ElfConstants.SHT_HASH;
import static dev.preheat.format.elf.ElfConstants.SHT_NOTE;
import static dev.preheat.format.elf.ElfConstants.SHT_PROGBITS;
import static dev.preheat.format.elf.ElfConstants.SHT_STRTAB;
import static dev.preheat.format.elf.ElfConstants.SHT_SYMTAB;
import static dev.preheat.format.elf.ElfConstants.SYM_SIZE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides where everything lies in the file. In this order: file header, program headers and build
 * id in the first page; the sections with contents; the dynamic linker's tables, read-only, then
 * its writable one; symbol tables; section headers.
 */
final class ElfLayout {
  /**
   * Bytes at a place in the file.
   *
   * @param offset file offset
   * @param contents from position to limit
   */
  record Piece(long offset, ByteBuffer contents) {}

  /** What the sections with contents come after: the null entry and the build id. */
  private static final int SECTIONS_BEFORE = 2;

  private final ElfFile file;
  private final List<ElfSymbol> exported;
  private final SectionTable sections = new SectionTable();
  private final List<Piece> pieces = new ArrayList<>();
  private final int firstTable;
  private long end;

  private ElfLayout(ElfFile file) {
    this.file = file;
    this.exported = file.symbols().stream().filter(ElfSymbol::exported).toList();
    this.firstTable = SECTIONS_BEFORE + file.sections().size();
  }

  /**
   * Lays out a file.
   *
   * @return every piece of it in ascending order; what lies between is zero; the first piece holds
   *     the build id at {@link #buildIdOffset}, still zero
   * @throws IllegalArgumentException if it would be larger than a reader takes
   */
  static List<Piece> of(ElfFile file) {
    return new ElfLayout(file).layOut();
  }

  /** File offset of the build id. */
  static int buildIdOffset(ElfFile file) {
    return noteOffset(file) + BuildId.NOTE_HEADER_SIZE;
  }

  private List<Piece> layOut() {
    end = noteOffset(file);
    add(".note.gnu.build-id", SHT_NOTE, SHF_ALLOC, BuildId.emptyNote(), 0, 0, 4, 0);
    for (ElfSection section : file.sections()) {
      long flags = SHF_ALLOC | (section.kind() == SectionKind.CODE ? SHF_EXECINSTR : 0);
      add(section.name(), SHT_PROGBITS, flags, section.contents(), 0, 0, ElfFile.PAGE_SIZE, 0);
    }
    addDynamicTables();
    addSymbolTables();
    sections.addName(".shstrtab");
    add(".shstrtab", SHT_STRTAB, 0, sections.names(), 0, 0, 1, 0);
    end = align(end, Long.BYTES);
    ByteBuffer table = sections.toBuffer();
    long size = end + table.remaining();
    pieces.add(new Piece(end, table));
    // The first piece, the build id's note, becomes a part of what lies before it.
    pieces.set(0, new Piece(0, FileHeaders.of(file, sections, end)));
    if (size > ElfReader.MAXIMUM_SIZE) {
      throw new IllegalArgumentException(
          file.name() + " has " + size + " bytes, at most " + ElfReader.MAXIMUM_SIZE + " are read");
    }
    return pieces;
  }

  private void addDynamicTables() {
    StringTable names = new StringTable();
    int nameOffset = names.add(file.name());
    SymbolTable symbols = new SymbolTable(exported.size(), names);
    symbols.addAll(exported, sections);
    int symbolsIndex = firstTable + 1;
    int namesIndex = firstTable + 2;
    ByteBuffer hash = HashTable.of(exported);
    end = align(end, ElfFile.PAGE_SIZE);
    add(".hash", SHT_HASH, SHF_ALLOC, hash, symbolsIndex, 0, 8, Integer.BYTES);
    add(".dynsym", SHT_DYNSYM, SHF_ALLOC, symbols.toBuffer(), namesIndex, 1, 8, SYM_SIZE);
    add(".dynstr", SHT_STRTAB, SHF_ALLOC, names.toBuffer(), 0, 0, 1, 0);
    ByteBuffer dynamic = DynamicTable.of(sections, nameOffset);
    end = align(end, ElfFile.PAGE_SIZE);
    long flags = SHF_ALLOC | SHF_WRITE;
    add(".dynamic", SHT_DYNAMIC, flags, dynamic, namesIndex, 0, 8, DYN_SIZE);
  }

  private void addSymbolTables() {
    List<ElfSymbol> local = file.symbols().stream().filter(each -> !each.exported()).toList();
    StringTable names = new StringTable();
    SymbolTable symbols = new SymbolTable(file.symbols().size(), names);
    symbols.addAll(Stream.concat(local.stream(), exported.stream()).toList(), sections);
    int namesIndex = sections.size() + 1;
    int firstGlobal = local.size() + 1;
    add(".symtab", SHT_SYMTAB, 0, symbols.toBuffer(), namesIndex, firstGlobal, 8, SYM_SIZE);
    add(".strtab", SHT_STRTAB, 0, names.toBuffer(), 0, 0, 1, 0);
  }

  private void add(
      String name,
      int type,
      long flags,
      ByteBuffer contents,
      int link,
      int info,
      long alignment,
      long entrySize) {
    long offset = align(end, alignment);
    long size = contents.remaining();
    sections.add(
        name, new SectionHeader(type, flags, offset, size, link, info, alignment, entrySize));
    pieces.add(new Piece(offset, contents));
    end = offset + size;
  }

  private static int noteOffset(ElfFile file) {
    return EHDR_SIZE + FileHeaders.programHeaders(file) * PHDR_SIZE;
  }

  static long align(long offset, long alignment) {
    return (offset + alignment - 1) & -alignment;
  }
}
