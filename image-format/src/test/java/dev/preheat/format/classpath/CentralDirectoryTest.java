// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.classpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentralDirectoryTest {

  private static final int END_SIZE = 22;

  @TempDir Path directory;
  private Path jar;

  @BeforeEach
  void nameJar() {
    jar = directory.resolve("app.jar");
  }

  /** A jar with as many entries as contents; nothing in it depends on the time. */
  private static byte[] jar(String comment, String... contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      for (int i = 0; i < contents.length; i++) {
        ZipEntry entry = new ZipEntry("entry" + i);
        entry.setTime(1_000_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(contents[i].getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private CentralDirectory identity(byte[] bytes) throws IOException {
    Files.write(jar, bytes);
    return CentralDirectory.read(jar);
  }

  private void assertRefused(String why, byte[] bytes) throws IOException {
    Files.write(jar, bytes);
    Exception e = assertThrows(IOException.class, () -> CentralDirectory.read(jar));
    assertEquals(
        jar + " is no jar that Preheat knows: " + why + ". Build it again, or split it.",
        e.getMessage());
  }

  private static ByteBuffer end(byte[] bytes) {
    return ByteBuffer.wrap(bytes)
        .slice(bytes.length - END_SIZE, END_SIZE)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void theChecksumIsThatOfTheDirectoryAndTheEnd() throws Exception {
    byte[] bytes = jar(null, "one", "two");
    int start = end(bytes).getInt(16);
    byte[] tail = Arrays.copyOfRange(bytes, start, bytes.length);
    CRC32 crc = new CRC32();
    crc.update(tail);

    assertEquals(
        new CentralDirectory(bytes.length, crc.getValue() | (long) tail.length << 32),
        identity(bytes));
  }

  @Test
  void anotherContentIsAnotherJar() throws Exception {
    CentralDirectory before = identity(jar(null, "one", "two"));

    assertEquals(before, identity(jar(null, "one", "two")));
    assertNotEquals(before, identity(jar(null, "one", "twO")));
    assertNotEquals(before, identity(jar(null, "one")));
  }

  @Test
  void everyByteOfTheDirectoryMatters() throws Exception {
    byte[] bytes = jar(null, "one", "two");
    CentralDirectory before = identity(bytes);
    int start = end(bytes).getInt(16);
    for (int at = start + 4; at < bytes.length - END_SIZE; at++) {
      bytes[at] ^= 1;
      assertNotEquals(before, identity(bytes));
      bytes[at] ^= 1;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 21, 22, 1000, 0xFFFF})
  void aJarMayHaveAComment(int length) throws Exception {
    CentralDirectory one = identity(jar("c".repeat(length), "one"));

    assertEquals(one, identity(jar("c".repeat(length), "one")));
    assertNotEquals(one, identity(jar("c".repeat(length - 1) + "d", "one")));
    assertNotEquals(one.checksum(), identity(jar(null, "one")).checksum());
  }

  @Test
  void aCommentThatLooksLikeAnEndIsNone() throws Exception {
    String comment = "PK\u0005\u0006" + "x".repeat(18);
    byte[] bytes = jar(comment, "one");
    int start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 28);
    byte[] tail = Arrays.copyOfRange(bytes, start, bytes.length);

    assertEquals(CentralDirectory.checksum(tail, 0, tail.length), identity(bytes).checksum());
  }

  @Test
  void whatComesBeforeTheJarDoesNotCountButItsSizeDoes() throws Exception {
    byte[] bytes = jar(null, "one");
    byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(UTF_8);
    byte[] both = Arrays.copyOf(script, script.length + bytes.length);
    System.arraycopy(bytes, 0, both, script.length, bytes.length);

    assertEquals(identity(bytes).checksum(), identity(both).checksum());
    assertEquals(both.length, identity(both).size());
  }

  @Test
  void aJarMayBeEmpty() throws Exception {
    assertEquals(END_SIZE, identity(jar(null)).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 21, 22, 70_000})
  void whatIsNoJarIsRefused(int size) throws Exception {
    assertRefused("it has no end of central directory", new byte[size]);
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    byte[] bytes = jar("comment", "one");
    for (int length = 0; length < bytes.length; length++) {
      assertRefused("it has no end of central directory", Arrays.copyOf(bytes, length));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 65535", "12, -1", "16, -1"})
  void zip64IsRefused(int field, int value) throws Exception {
    byte[] bytes = jar(null, "one");
    if (field == 10) {
      end(bytes).putShort(field, (short) value);
    } else {
      end(bytes).putInt(field, value);
    }

    assertRefused("it has the zip64 format, 65535 entries or 4 GiB", bytes);
  }

  @ParameterizedTest
  @CsvSource({"12, 1000000", "12, -2", "12, 1", "16, 1000000", "16, -2"})
  void aDamagedEndIsRefused(int field, int value) throws Exception {
    byte[] bytes = jar(null, "one");
    end(bytes).putInt(field, value);

    assertRefused("its central directory is damaged", bytes);
  }

  @Test
  void aDirectoryOrNothingIsNoJar() {
    assertThrows(FileNotFoundException.class, () -> CentralDirectory.read(directory));
    assertThrows(FileNotFoundException.class, () -> CentralDirectory.read(jar));
  }
}
