// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fuzzing of the ELF reader. */
public final class ElfTarget {

  private ElfTarget() {}

  /** A shared object with two sections. */
  public static byte[] seed() throws IOException {
    ElfFile file =
        new ElfFile(
            "a.so",
            List.of(
                new ElfSection(".data", SectionKind.DATA, ByteBuffer.allocate(100)),
                new ElfSection(".text", SectionKind.CODE, ByteBuffer.allocate(50))),
            List.of(
                new ElfSymbol("data", ".data", 0, 8, SymbolKind.OBJECT, true),
                new ElfSymbol("a.B.c()V", ".text", 16, 3, SymbolKind.FUNCTION, false)));
    Path path = Files.createTempFile("seed", ".so");
    try {
      ElfWriter.write(file, path);
      return Files.readAllBytes(path);
    } finally {
      Files.delete(path);
    }
  }

  /** Reads a shared object. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      ElfReader.read(ByteBuffer.wrap(input));
    } catch (ElfFormatException e) {
      if (e.getMessage().isEmpty()) {
        throw new AssertionError("no reason", e);
      }
    }
  }
}
