// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

/**
 * Numbers of the System V ABI (gABI chapters 4 and 5, and its supplement for AMD64) that a shared
 * object uses. Names are those of the ABI.
 */
final class ElfConstants {
  /** The first sixteen bytes: ELF, 64 bits, little-endian, version 1, System V. */
  static final long IDENT_LOW = 0x00010102464c457fL;

  static final long IDENT_HIGH = 0;
  static final short ET_DYN = 3;
  static final short EM_X86_64 = 62;
  static final int EV_CURRENT = 1;

  /** Sizes of the structures, in bytes. */
  static final int EHDR_SIZE = 64;

  static final int PHDR_SIZE = 56;
  static final int SHDR_SIZE = 64;
  static final int SYM_SIZE = 24;
  static final int DYN_SIZE = 16;

  /** Offsets in the file header. */
  static final int E_TYPE = 16;

  static final int E_MACHINE = 18;
  static final int E_VERSION = 20;
  static final int E_SHOFF = 40;
  static final int E_SHENTSIZE = 58;
  static final int E_SHNUM = 60;
  static final int E_SHSTRNDX = 62;

  static final int PT_LOAD = 1;
  static final int PT_DYNAMIC = 2;
  static final int PT_NOTE = 4;
  static final int PT_GNU_STACK = 0x6474e551;

  static final int PF_X = 1;
  static final int PF_W = 2;
  static final int PF_R = 4;

  static final int SHT_PROGBITS = 1;
  static final int SHT_SYMTAB = 2;
  static final int SHT_STRTAB = 3;
  static final int SHT_HASH = 5;
  static final int SHT_DYNAMIC = 6;
  static final int SHT_NOTE = 7;
  static final int SHT_DYNSYM = 11;

  static final long SHF_WRITE = 1;
  static final long SHF_ALLOC = 2;
  static final long SHF_EXECINSTR = 4;

  static final int STB_LOCAL = 0;
  static final int STB_GLOBAL = 1;
  static final int STT_OBJECT = 1;
  static final int STT_FUNC = 2;

  static final long DT_NULL = 0;
  static final long DT_HASH = 4;
  static final long DT_STRTAB = 5;
  static final long DT_SYMTAB = 6;
  static final long DT_STRSZ = 10;
  static final long DT_SYMENT = 11;
  static final long DT_SONAME = 14;

  static final int NT_GNU_BUILD_ID = 3;

  /** "GNU" and a zero, the owner of the build id's note. */
  static final int NOTE_OWNER = 0x00554e47;

  static final int NOTE_OWNER_SIZE = 4;

  private ElfConstants() {}
}
