// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfDamageTest {
  private static final int REGION_SIZE = 16;

  @TempDir private Path directory;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void writeFile() throws IOException {
    file = directory.resolve("a.so");
    ElfWriter.write(ElfFiles.of(ElfFiles.region(REGION_SIZE)), file);
    whole = Files.readAllBytes(file);
  }

  @Test
  void aFileCutOffAnywhereIsRefused() {
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));

      assertNotNull(assertThrows(ElfFormatException.class, () -> ElfReader.read(cut)).getMessage());
    }
  }

  @Test
  void noByteIsTrusted() {
    for (int position = 0; position < whole.length; position++) {
      for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff, whole[position] ^ 1}) {
        byte[] damaged = whole.clone();
        damaged[position] = (byte) value;
        assertRefusedOrReadWithinBounds(damaged);
      }
    }
  }

  @Test
  void noWordIsTrusted() {
    long[] words = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 32, whole.length};
    for (int position = 0; position <= whole.length - Long.BYTES; position += Integer.BYTES) {
      for (long word : words) {
        byte[] damaged = whole.clone();
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(position, word);
        assertRefusedOrReadWithinBounds(damaged);
      }
    }
  }

  @Test
  void noiseIsRefused() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = whole.clone();
      for (int change = 0; change < 20; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertRefusedOrReadWithinBounds(damaged);
    }
  }

  @Test
  void tablesThatNameTheSameTextAgainAndAgainAreRefused() throws IOException {
    ElfFile many = ElfFiles.example();
    ElfWriter.write(many, file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    // Every section gets the name of the longest text there is: the whole file without a zero.
    int table = (int) header.getLong(ElfConstants.E_SHOFF);
    int sections = header.getShort(ElfConstants.E_SHNUM);
    int names = table + (sections - 1) * ElfConstants.SHDR_SIZE;
    header.putLong(names + 24, 4096).putLong(names + 32, 10_000);
    Arrays.fill(bytes, 4096, 4096 + 9_999, (byte) 'x');
    bytes[4096 + 9_999] = 0;
    for (int i = 0; i < sections; i++) {
      header.putInt(table + i * ElfConstants.SHDR_SIZE, 0);
    }

    assertTrue(refusal(bytes).contains("names overlap"), refusal(bytes));
  }

  @Test
  void theReasonIsSaid() {
    assertEquals(
        "the file header is not within the file: offset 0, size 64, file size 0",
        refusal(new byte[0]));
    assertEquals(
        "it does not start as a shared object for Linux on x86-64 does", refusal(new byte[64]));
    assertTrue(refusal(with(ElfConstants.E_MACHINE, (byte) 183)).contains("x86-64"));
    assertTrue(
        refusal(with(ElfConstants.E_SHOFF + 7, (byte) 1)).contains("the section header table"));
    assertTrue(refusal(with(ElfConstants.E_SHSTRNDX, (byte) 99)).contains("no string table"));
  }

  @Test
  void theFileAndWhatToDoAreSaid() throws IOException {
    Files.writeString(file, "no image");

    assertEquals(
        file
            + " is no image, or a damaged one: the file header is not within the file: offset 0,"
            + " size 64, file size 8. Build the image again, or name another file.",
        assertThrows(ElfFormatException.class, () -> ElfReader.read(file)).getMessage());
  }

  private byte[] with(int position, byte value) {
    byte[] damaged = whole.clone();
    damaged[position] = value;
    return damaged;
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(ElfFormatException.class, () -> ElfReader.read(ByteBuffer.wrap(bytes)))
        .getMessage();
  }

  private static void assertRefusedOrReadWithinBounds(byte[] bytes) {
    try {
      ReadElf read = ElfReader.read(ByteBuffer.wrap(bytes));
      for (ElfSection section : read.file().sections()) {
        long offset = read.offsets().get(section.name());
        assertEquals(
            ByteBuffer.wrap(bytes).slice((int) offset, section.contents().remaining()),
            section.contents());
      }
    } catch (ElfFormatException e) {
      assertNotNull(e.getMessage());
    }
  }
}
