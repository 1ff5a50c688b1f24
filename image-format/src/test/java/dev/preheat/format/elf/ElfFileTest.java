// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {
  @TempDir private Path directory;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    for (int regionSize : new int[] {1, 4095, 4096, 4097, 100_000}) {
      ElfFile file = ElfFiles.of(ElfFiles.region(regionSize));
      Path path = directory.resolve(regionSize + ".so");
      ElfWriter.write(file, path);
      ReadElf read = ElfReader.read(path);

      assertEquals(file, read.file());
      long textOffset = 4096 + (regionSize + 4095) / 4096 * 4096L;
      assertEquals(Map.of(".preheat", 4096L, ".text", textOffset), read.offsets());
    }
  }

  @Test
  void contentsLieWhereTheOffsetsSay() throws IOException {
    ElfFile file = ElfFiles.example();
    Path path = directory.resolve("a.so");
    ElfWriter.write(file, path);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    for (Map.Entry<String, Long> entry : ElfReader.read(path).offsets().entrySet()) {
      ByteBuffer contents = file.section(entry.getKey()).contents();

      assertEquals(contents, bytes.slice(Math.toIntExact(entry.getValue()), contents.remaining()));
    }
  }

  @Test
  void everySectionIsPossible() throws IOException {
    List<ElfSection> sections = new ArrayList<>();
    for (int i = 0; i < ElfFile.MAXIMUM_SECTIONS; i++) {
      SectionKind kind = i % 2 == 0 ? SectionKind.DATA : SectionKind.CODE;
      sections.add(
          new ElfSection(".part" + i, kind, ByteBuffer.wrap(ElfFiles.region(1000 * i + 1))));
    }
    ElfFile file = new ElfFile("many.so", sections, List.of());
    Path path = directory.resolve("many.so");
    ElfWriter.write(file, path);

    assertEquals(file, ElfReader.read(path).file());
  }

  @Test
  void manySymbolsSurvive() throws IOException {
    byte[] code = new byte[20_000];
    List<ElfSymbol> symbols = new ArrayList<>();
    for (int i = 0; i < code.length; i++) {
      symbols.add(new ElfSymbol("f" + i % 9_999, ".text", i, 1, SymbolKind.FUNCTION, i < 5_000));
    }
    Collections.reverse(symbols);
    ElfSection text = new ElfSection(".text", SectionKind.CODE, ByteBuffer.wrap(code));
    ElfFile file = new ElfFile("many.so", List.of(text), symbols);
    Path path = directory.resolve("many.so");
    ElfWriter.write(file, path);

    assertEquals(file, ElfReader.read(path).file());
  }

  @Test
  void sameContentsSameBytes() throws IOException {
    Path first = directory.resolve("first.so");
    Path second = directory.resolve("second.so");
    ElfFile file = ElfFiles.example();
    List<ElfSymbol> otherOrder = new ArrayList<>(file.symbols());
    Collections.reverse(otherOrder);
    ElfWriter.write(file, first);
    ElfWriter.write(new ElfFile(file.name(), file.sections(), otherOrder), second);

    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void otherContentsOtherBuildId() throws IOException {
    Path path = directory.resolve("a.so");
    byte[] region = ElfFiles.region(100);
    ElfWriter.write(ElfFiles.of(region), path);
    String buildId = ElfReader.read(path).buildId();
    region[99]++;
    ElfWriter.write(ElfFiles.of(region), path);

    assertTrue(buildId.matches("[0-9a-f]{40}"), buildId);
    assertNotEquals(buildId, ElfReader.read(path).buildId());
  }

  @Test
  void contentsCannotBeChangedThroughASection() {
    ByteBuffer contents = ElfFiles.example().section(".text").contents();

    assertEquals(0, contents.position());
    assertThrows(ReadOnlyBufferException.class, () -> contents.put((byte) 0));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ElfSection text = new ElfSection(".text", SectionKind.CODE, ByteBuffer.allocate(16));
    assertRefused("1 to 32 sections, not 0", List.of(), List.of());
    assertRefused("another section '.text'", List.of(text, text), List.of());
    ElfSection reserved = new ElfSection(".hash", SectionKind.DATA, ByteBuffer.allocate(1));
    assertRefused("another section '.hash'", List.of(reserved), List.of());
    ElfSection empty = new ElfSection(".text", SectionKind.CODE, ByteBuffer.allocate(0));
    assertRefused("'.text' is empty", List.of(empty), List.of());
    assertRefused("'f' is not within a section", List.of(text), List.of(symbol(".data", 0, 1)));
    assertRefused("'f' is not within a section", List.of(text), List.of(symbol(".text", 16, 1)));
    ElfSymbol symbol = symbol(".text", 0, 16);
    assertRefused("two exported symbols 'f'", List.of(text), List.of(symbol, symbol));
    assertThrows(IllegalArgumentException.class, () -> symbol(".text", -1, 1));
    assertThrows(IllegalArgumentException.class, () -> symbol(".text", Long.MAX_VALUE, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ElfSymbol("a\0b", ".text", 0, 0, SymbolKind.FUNCTION, false));
  }

  private static ElfSymbol symbol(String section, long offset, long size) {
    return new ElfSymbol("f", section, offset, size, SymbolKind.FUNCTION, true);
  }

  private static void assertRefused(
      String message, List<ElfSection> sections, List<ElfSymbol> symbols) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> new ElfFile("a.so", sections, symbols));
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
  }
}
