// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.elf.ElfFile;
import dev.preheat.format.elf.ElfSection;
import dev.preheat.format.elf.ElfSymbol;
import dev.preheat.format.elf.ElfWriter;
import dev.preheat.format.elf.SectionKind;
import dev.preheat.format.elf.SymbolKind;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.jdk.Jdk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dynamic linker of this machine is asked; the check runs in a JVM of its own. */
class ImageCheckTest {
  @TempDir private Path directory;
  private final List<String> output = new ArrayList<>();
  private Path image;
  private ImageCheck check;

  @BeforeEach
  void writeImage() throws IOException {
    byte[] region = new byte[5000];
    Arrays.fill(region, (byte) 7);
    byte[] code = new byte[64];
    Arrays.fill(code, (byte) 0xCC);
    image = directory.resolve("foo.so");
    ElfWriter.write(
        new ElfFile(
            "foo.so",
            List.of(
                new ElfSection(".preheat", SectionKind.DATA, ByteBuffer.wrap(region)),
                new ElfSection(".text", SectionKind.CODE, ByteBuffer.wrap(code))),
            List.of(
                new ElfSymbol("preheat_image", ".preheat", 0, 5000, SymbolKind.OBJECT, true),
                new ElfSymbol("a.B.first()V", ".text", 0, 32, SymbolKind.FUNCTION, false),
                new ElfSymbol("a.B.second()V", ".text", 32, 32, SymbolKind.FUNCTION, false))),
        image);
    check = new ImageCheck(Jdk.at(Path.of(System.getProperty("java.home"))), directory);
  }

  @Test
  void aGoodImageStays() throws IOException, InterruptedException, UserError {
    check.check(image, output::add);

    assertEquals(
        List.of("opened with dlopen: 3 symbols compared, 1 of them through dlsym"), output);
    assertTrue(Files.exists(image));
  }

  @Test
  void aTruncatedImageIsRefusedAndDeleted() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }

    UserError error = assertThrows(UserError.class, () -> check.check(image, output::add));

    assertEquals(
        "The image does not pass its check and was deleted: " + image + ".",
        error.suggestion().what());
    assertTrue(error.suggestion().why().contains(image + " is no image, or a damaged one"));
    assertFalse(Files.exists(image));
  }

  /** Our reader does not look at program headers; the dynamic linker does. */
  @Test
  void whatOnlyTheLinkerNoticesIsRefused() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.seek(56);
      file.write(new byte[] {0, 0});
    }

    UserError error = assertThrows(UserError.class, () -> check.check(image, output::add));

    assertTrue(error.suggestion().why().contains("foo.so"), error.getMessage());
    assertFalse(Files.exists(image));
  }
}
