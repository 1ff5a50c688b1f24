// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** Shared objects for the tests. */
final class ElfFiles {
  /** {@code lea (%rdi,%rsi,1),%eax; ret}: the sum of two integers. */
  private static final byte[] ADD = {(byte) 0x8d, 0x04, 0x37, (byte) 0xc3};

  /** {@code lea (%rdi,%rdi,1),%eax; ret}: twice an integer. */
  private static final byte[] TWICE = {(byte) 0x8d, 0x04, 0x3f, (byte) 0xc3};

  private ElfFiles() {}

  /** A region of 10,000 bytes, two functions, of which one is exported. */
  static ElfFile example() {
    return of(region(10_000));
  }

  /** The same functions with another region. */
  static ElfFile of(byte[] region) {
    ByteBuffer code = ByteBuffer.allocate(32).put(ADD).position(16).put(TWICE).rewind();
    return new ElfFile(
        "libexample.so",
        List.of(
            new ElfSection(".preheat", SectionKind.DATA, ByteBuffer.wrap(region)),
            new ElfSection(".text", SectionKind.CODE, code)),
        List.of(
            new ElfSymbol("preheat_image", ".preheat", 0, region.length, SymbolKind.OBJECT, true),
            new ElfSymbol("add", ".text", 0, ADD.length, SymbolKind.FUNCTION, true),
            new ElfSymbol(
                "com.acme.Main.été(I)I", ".text", 16, TWICE.length, SymbolKind.FUNCTION, false)));
  }

  static byte[] region(int size) {
    byte[] region = new byte[size];
    new Random(size).nextBytes(region);
    return region;
  }
}
