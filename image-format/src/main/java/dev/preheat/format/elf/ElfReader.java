// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.DT_NULL;
import static dev.preheat.format.elf.ElfConstants.DT_SONAME;
import static dev.preheat.format.elf.ElfConstants.DYN_SIZE;
import static dev.preheat.format.elf.ElfConstants.EHDR_SIZE;
import static dev.preheat.format.elf.ElfConstants.EM_X86_64;
import static dev.preheat.format.elf.ElfConstants.ET_DYN;
import static dev.preheat.format.elf.ElfConstants.EV_CURRENT;
import static dev.preheat.format.elf.ElfConstants.E_MACHINE;
import static dev.preheat.format.elf.ElfConstants.E_SHENTSIZE;
import static dev.preheat.format.elf.ElfConstants.E_SHNUM;
import static dev.preheat.format.elf.ElfConstants.E_SHOFF;
import static dev.preheat.format.elf.ElfConstants.E_SHSTRNDX;
import static dev.preheat.format.elf.ElfConstants.E_TYPE;
import static dev.preheat.format.elf.ElfConstants.E_VERSION;
import static dev.preheat.format.elf.ElfConstants.IDENT_HIGH;
import static dev.preheat.format.elf.ElfConstants.IDENT_LOW;
import static dev.preheat.format.elf.ElfConstants.SHDR_SIZE;
import static dev.preheat.format.elf.ElfConstants.SHF_ALLOC;
import static dev.preheat.format.elf.ElfConstants.SHF_EXECINSTR;
import static dev.preheat.format.elf.ElfConstants.SHF_WRITE;
import static dev.preheat.format.elf.ElfConstants.SHT_DYNAMIC;
import static dev.preheat.format.elf.ElfConstants.SHT_NOTE;
import static dev.preheat.format.elf.ElfConstants.SHT_PROGBITS;
import static dev.preheat.format.elf.ElfConstants.SHT_STRTAB;
import static dev.preheat.format.elf.ElfConstants.SHT_SYMTAB;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a shared object that {@link ElfWriter} wrote. Nothing in the file is believed: every offset
 * is checked, and memory is bounded by the file's size.
 */
public final class ElfReader {
  /** The largest file that is read, in bytes. */
  public static final int MAXIMUM_SIZE = Integer.MAX_VALUE;

  private final ElfBytes bytes;
  private final List<SectionHeader> headers = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<ElfSection> sections = new ArrayList<>();
  private final SortedMap<String, Long> offsets = new TreeMap<>();

  private ElfReader(ByteBuffer file) {
    this.bytes = new ElfBytes(file);
  }

  /**
   * Reads a file. Contents of sections are mapped, not copied: the file must not be changed in
   * place while they are in use.
   *
   * @throws ElfFormatException if it is no such shared object, or a damaged one, with the reason
   * @throws IOException if it cannot be read
   */
  public static ReadElf read(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > MAXIMUM_SIZE) {
        throw new ElfFormatException("it has " + size + " bytes, at most " + MAXIMUM_SIZE);
      }
      return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
    } catch (ElfFormatException e) {
      throw new ElfFormatException(
          path
              + " is no image, or a damaged one: "
              + e.getMessage()
              + ". Build the image again, or name another file.",
          e);
    }
  }

  static ReadElf read(ByteBuffer file) throws ElfFormatException {
    ElfReader reader = new ElfReader(file);
    try {
      reader.readHeaders();
      reader.readSections();
      ElfFile read = new ElfFile(reader.readName(), reader.sections, reader.readSymbols());
      return new ReadElf(read, reader.readBuildId(), reader.offsets);
    } catch (IllegalArgumentException e) {
      throw new ElfFormatException(e.getMessage(), e);
    }
  }

  private void readHeaders() throws ElfFormatException {
    ByteBuffer header = bytes.slice(0, EHDR_SIZE, "the file header");
    require(
        header.getLong(0) == IDENT_LOW
            && header.getLong(Long.BYTES) == IDENT_HIGH
            && header.getShort(E_TYPE) == ET_DYN
            && header.getShort(E_MACHINE) == EM_X86_64
            && header.getInt(E_VERSION) == EV_CURRENT
            && header.getShort(E_SHENTSIZE) == SHDR_SIZE,
        "it does not start as a shared object for Linux on x86-64 does");
    int count = Short.toUnsignedInt(header.getShort(E_SHNUM));
    ByteBuffer table =
        bytes.slice(header.getLong(E_SHOFF), (long) count * SHDR_SIZE, "the section header table");
    for (int i = 0; i < count; i++) {
      SectionHeader section = SectionHeader.read(table, i * SHDR_SIZE);
      require(
          SectionHeader.addressIn(table, i * SHDR_SIZE) == section.address(),
          "the address of section " + i + " is not its file offset");
      headers.add(section);
    }
    ByteBuffer nameTable = stringTable(Short.toUnsignedInt(header.getShort(E_SHSTRNDX)));
    for (int i = 0; i < count; i++) {
      long name = Integer.toUnsignedLong(SectionHeader.nameIn(table, i * SHDR_SIZE));
      names.add(bytes.name(nameTable, name));
    }
  }

  private void readSections() throws ElfFormatException {
    long expected = ElfFile.FIRST_OFFSET;
    for (int i = 0; i < headers.size(); i++) {
      SectionHeader header = headers.get(i);
      if (!hasContents(header)) {
        continue;
      }
      boolean code = (header.flags() & SHF_EXECINSTR) != 0;
      ElfSection section =
          new ElfSection(
              names.get(i), code ? SectionKind.CODE : SectionKind.DATA, contents(header));
      require(
          header.offset() == expected,
          "the section '" + section.name() + "' does not lie at " + expected);
      expected = ElfLayout.align(header.end(), ElfFile.PAGE_SIZE);
      sections.add(section);
      offsets.put(section.name(), header.offset());
    }
  }

  /** None where the table was stripped. */
  private List<ElfSymbol> readSymbols() throws ElfFormatException {
    List<ElfSymbol> symbols = new ArrayList<>();
    if (!names.contains(".symtab")) {
      return symbols;
    }
    SectionHeader header = only(SHT_SYMTAB, ".symtab");
    SymbolReader reader = new SymbolReader(bytes, stringTable(header.link()));
    for (SymbolReader.Entry entry : reader.read(contents(header))) {
      int index = entry.sectionIndex();
      if (index < headers.size() && hasContents(headers.get(index))) {
        symbols.add(entry.symbol(names.get(index), headers.get(index).address()));
      }
    }
    return symbols;
  }

  private String readName() throws ElfFormatException {
    SectionHeader header = only(SHT_DYNAMIC, ".dynamic");
    ByteBuffer table = contents(header);
    for (int i = 0; i + DYN_SIZE <= table.limit(); i += DYN_SIZE) {
      long tag = table.getLong(i);
      if (tag == DT_SONAME) {
        return bytes.name(stringTable(header.link()), table.getLong(i + Long.BYTES));
      }
      if (tag == DT_NULL) {
        break;
      }
    }
    throw new ElfFormatException("it has no DT_SONAME");
  }

  private String readBuildId() throws ElfFormatException {
    return BuildId.read(contents(only(SHT_NOTE, ".note.gnu.build-id")));
  }

  private SectionHeader only(int type, String name) throws ElfFormatException {
    int index = names.indexOf(name);
    require(
        index >= 0 && index == names.lastIndexOf(name) && headers.get(index).type() == type,
        "it has no section '" + name + "', or several");
    return headers.get(index);
  }

  private ByteBuffer stringTable(int index) throws ElfFormatException {
    require(
        index > 0 && index < headers.size() && headers.get(index).type() == SHT_STRTAB,
        "section " + index + " is no string table");
    return contents(headers.get(index));
  }

  private ByteBuffer contents(SectionHeader header) throws ElfFormatException {
    return bytes.slice(header.offset(), header.size(), "a section");
  }

  private static boolean hasContents(SectionHeader header) {
    return header.type() == SHT_PROGBITS && (header.flags() & (SHF_ALLOC | SHF_WRITE)) == SHF_ALLOC;
  }

  private static void require(boolean holds, String otherwise) throws ElfFormatException {
    if (!holds) {
      throw new ElfFormatException(otherwise);
    }
  }
}
