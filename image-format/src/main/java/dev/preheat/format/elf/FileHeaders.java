// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.EHDR_SIZE;
import static dev.preheat.format.elf.ElfConstants.EM_X86_64;
import static dev.preheat.format.elf.ElfConstants.ET_DYN;
import static dev.preheat.format.elf.ElfConstants.EV_CURRENT;
import static dev.preheat.format.elf.ElfConstants.IDENT_HIGH;
import static dev.preheat.format.elf.ElfConstants.IDENT_LOW;
import static dev.preheat.format.elf.ElfConstants.PF_R;
import static dev.preheat.format.elf.ElfConstants.PF_W;
import static dev.preheat.format.elf.ElfConstants.PF_X;
import static dev.preheat.format.elf.ElfConstants.PHDR_SIZE;
import static dev.preheat.format.elf.ElfConstants.PT_DYNAMIC;
import static dev.preheat.format.elf.ElfConstants.PT_GNU_STACK;
import static dev.preheat.format.elf.ElfConstants.PT_LOAD;
import static dev.preheat.format.elf.ElfConstants.PT_NOTE;
import static dev.preheat.format.elf.ElfConstants.SHDR_SIZE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The start of the file (gABI, "ELF Header" and "Program Header"), with the build id's note. */
final class FileHeaders {
  /** Loads of headers, of the dynamic linker's tables and of its writable one; three others. */
  private static final int OTHER_PROGRAM_HEADERS = 6;

  private final ByteBuffer out;

  private FileHeaders(int size) {
    out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int programHeaders(ElfFile file) {
    return file.sections().size() + OTHER_PROGRAM_HEADERS;
  }

  static ByteBuffer of(ElfFile file, SectionTable sections, long sectionTableOffset) {
    SectionHeader note = sections.header(".note.gnu.build-id");
    FileHeaders headers = new FileHeaders(Math.toIntExact(note.end()));
    headers.putFileHeader(programHeaders(file), sections.size(), sectionTableOffset);
    headers.putProgramHeaders(file, sections);
    headers.out.put(BuildId.emptyNote());
    return headers.out.flip();
  }

  private void putFileHeader(int programHeaders, int sections, long sectionTableOffset) {
    out.putLong(IDENT_LOW).putLong(IDENT_HIGH);
    out.putShort(ET_DYN).putShort(EM_X86_64).putInt(EV_CURRENT);
    out.putLong(0); // e_entry
    out.putLong(EHDR_SIZE); // e_phoff
    out.putLong(sectionTableOffset);
    out.putInt(0); // e_flags
    out.putShort((short) EHDR_SIZE);
    out.putShort((short) PHDR_SIZE).putShort((short) programHeaders);
    out.putShort((short) SHDR_SIZE).putShort((short) sections);
    out.putShort((short) (sections - 1)); // e_shstrndx: the last one
  }

  private void putProgramHeaders(ElfFile file, SectionTable sections) {
    SectionHeader note = sections.header(".note.gnu.build-id");
    SectionHeader dynamic = sections.header(".dynamic");
    putLoad(PF_R, 0, note.end());
    for (ElfSection section : file.sections()) {
      SectionHeader header = sections.header(section.name());
      int flags = section.kind() == SectionKind.CODE ? PF_R | PF_X : PF_R;
      putLoad(flags, header.offset(), header.size());
    }
    long tables = sections.header(".hash").offset();
    putLoad(PF_R, tables, sections.header(".dynstr").end() - tables);
    putLoad(PF_R | PF_W, dynamic.offset(), dynamic.size());
    put(PT_DYNAMIC, PF_R | PF_W, dynamic.offset(), dynamic.size(), dynamic.alignment());
    put(PT_NOTE, PF_R, note.offset(), note.size(), note.alignment());
    // Without this header the dynamic linker makes every stack of the process executable.
    put(PT_GNU_STACK, PF_R | PF_W, 0, 0, 16);
  }

  private void putLoad(int flags, long offset, long size) {
    put(PT_LOAD, flags, offset, size, ElfFile.PAGE_SIZE);
  }

  private void put(int type, int flags, long offset, long size, long alignment) {
    out.putInt(type).putInt(flags);
    out.putLong(offset).putLong(offset).putLong(offset); // p_offset, p_vaddr, p_paddr
    out.putLong(size).putLong(size).putLong(alignment);
  }
}
