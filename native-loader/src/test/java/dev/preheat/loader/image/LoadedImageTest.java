// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.Property;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.layout.Table;
import dev.preheat.loader.install.RecordMemory;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedImageTest {

  private static final int REGION = ImageLayout.REGION_FILE_OFFSET;

  private Path file;
  private byte[] bytes;

  @BeforeEach
  void writeImage(@TempDir Path directory) throws IOException {
    file = directory.resolve("a.so");
    new TestImage().property("os.name", "h\u00e9llo").type("demo/Main", -1, "").write(file);
    bytes = Files.readAllBytes(file);
  }

  @Test
  void readsWhatWasWritten() {
    LoadedImage image = LoadedImage.open(file.toString(), Pin.NONE);

    int property = image.start(TableNumber.PROPERTIES);
    assertEquals(1, image.count(TableNumber.PROPERTIES));
    assertEquals("os.name", image.text(property + (Property.NAME_OFFSET >> 2)));
    assertEquals("h\u00e9llo", image.text(property + (Property.VALUE_OFFSET >> 2)));
    image.close();
  }

  @Test
  void refusesAFileThatIsNotThere(@TempDir Path directory) {
    Path missing = directory.resolve("missing.so");

    assertEquals(
        missing
            + ": expected an image, found no file that can be read; build it (mvn package"
            + " -Pnative), or correct preheat.image",
        refusal(missing));
  }

  @Test
  void refusesADirectory(@TempDir Path directory) {
    assertTrue(refusal(directory).startsWith(directory + ": expected "), refusal(directory));
  }

  @Test
  void refusesTruncations() throws IOException {
    for (int length = 0; length < bytes.length; length += length < REGION ? 509 : 13) {
      Files.write(file, Arrays.copyOf(bytes, Math.min(length, lastOfTheRegion())));

      assertTrue(refusal(file).contains("; build the image again"), "length " + length);
    }
  }

  @Test
  void refusesFlippedBytesOfTheRegion() throws IOException {
    for (int at = REGION; at < lastOfTheRegion(); at += 5) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x40;
      Files.write(file, damaged);

      assertTrue(refusal(file).contains("; build the image again"), "offset " + at);
    }
  }

  /** With a checksum that fits: what the header says is checked by itself. */
  @ParameterizedTest
  @CsvSource({
    "24, 0",
    "24, -1",
    "24, 1099511627776",
    "32, 0",
    "32, -4096",
    "32, 1",
    "40, -1",
    "40, 4096",
    "40, 9223372036854775807"
  })
  void refusesSizesThatCannotBe(int field, long value) throws IOException {
    little(bytes).putLong(REGION + field, value);
    writeWithChecksum();

    assertTrue(refusal(file).contains("; build the image again"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 8, 14, 15})
  void refusesTablesOutsideOfTheRegion(int table) throws IOException {
    int entry = REGION + Header.DIRECTORY + table * Header.DIRECTORY_ENTRY;
    for (int value : new int[] {-8, 1 << 30, Integer.MAX_VALUE}) {
      byte[] original = bytes.clone();
      little(bytes).putInt(entry, value);
      writeWithChecksum();
      assertTrue(refusal(file).contains("; build the image again"), "offset " + value);
      bytes = original.clone();
      little(bytes).putInt(entry + Integer.BYTES, value);
      writeWithChecksum();
      assertTrue(refusal(file).contains("; build the image again"), "count " + value);
      bytes = original;
    }
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    little(bytes).putInt(REGION + Header.VERSION, ImageLayout.VERSION + 1);
    writeWithChecksum();

    assertEquals(
        file
            + ": expected image format 3, found format 4; build the image again (mvn package"
            + " -Pnative)",
        refusal(file));
  }

  /** What the header says, with a checksum that fits, and the exact message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | an image | another file",
        "24 | 0 | a file as long as its header says | a file of SIZE bytes",
        "DIRECTORY | -8 | table 0 within the image | an offset of -8"
      })
  void saysWhatIsWrong(String field, int value, String expected, String found) throws IOException {
    int at = field.equals("DIRECTORY") ? Header.DIRECTORY : Integer.parseInt(field);
    little(bytes).putInt(REGION + at, value);
    writeWithChecksum();

    assertEquals(
        damaged(expected, found.replace("SIZE", Integer.toString(bytes.length))), refusal(file));
  }

  @Test
  void saysThatBytesFollowTheStreams() throws IOException {
    int size = REGION + Header.REGION_SIZE;
    little(bytes).putLong(size, little(bytes).getLong(size) + ImageLayout.ALIGNMENT);
    writeWithChecksum();

    assertEquals(damaged("the streams at the end", "other bytes after them"), refusal(file));
  }

  @Test
  void saysThatBytesWereChanged() throws IOException {
    String before = Long.toHexString(little(bytes).getLong(REGION + Header.CHECKSUM));
    bytes[lastOfTheRegion() - 1] ^= 1;
    writeWithChecksum();
    String after = Long.toHexString(little(bytes).getLong(REGION + Header.CHECKSUM));
    little(bytes).putLong(REGION + Header.CHECKSUM, Long.parseUnsignedLong(before, 16));
    Files.write(file, bytes);

    assertEquals(damaged("checksum " + before, "checksum " + after), refusal(file));
  }

  @Test
  void saysThatTheFileIsTooShort() throws IOException {
    Files.write(file, new byte[100]);

    assertEquals(damaged("a file of more bytes", "a file of 100 bytes"), refusal(file));
  }

  /** A disk that fails, or a file that is cut off while it is read. */
  @Test
  void saysThatReadingFailed() throws IOException {
    RandomAccessFile failing =
        new RandomAccessFile(file.toFile(), "r") {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("Input/output error");
          }
        };

    try (failing) {
      assertEquals(
          damaged("a file that can be read", "java.io.IOException: Input/output error"),
          assertThrows(Refusal.class, () -> LoadedImage.read(file.toString(), failing, Pin.NONE))
              .getMessage());
    }
  }

  @Test
  void freesAllRecordsButThoseThatAreKept() throws IOException {
    LoadedImage image =
        new TestImage()
            .stub("a", bytes(100, 1), bytes(3000, 2), bytes(24, 3))
            .stub("b", bytes(77, 4), bytes(64, 5), bytes(0, 6))
            .stub("c", bytes(300, 7), bytes(128, 8), bytes(16, 9))
            .load(file);

    image.keepOnly(1, new boolean[] {false, true});

    assertArrayEquals(new boolean[] {false, false, true}, kept(image));
    assertEquals(320 + 128, image.nativeBytes());
    RecordMemory memory = new RecordMemory(image);
    memory.copy(record(image, 2));
    assertArrayEquals(bytes(128, 8), Arrays.copyOf(memory.code(), 128));
    assertArrayEquals(bytes(16, 9), memory.data());
    byte[] stream = new byte[300];
    Unsafe.getUnsafe()
        .copyMemory(null, memory.stream(), stream, Unsafe.ARRAY_BYTE_BASE_OFFSET, stream.length);
    assertArrayEquals(bytes(300, 7), stream);

    image.keepOnly(0, new boolean[3]);

    assertArrayEquals(new boolean[3], kept(image));
    assertEquals(0, image.nativeBytes());
    memory.close();
    image.close();
  }

  /** What says that it is where nothing can be is still not there afterwards. */
  @Test
  void keepsNothingThatIsNotThere() throws IOException {
    LoadedImage image =
        new TestImage()
            .stub("a", bytes(100, 1), bytes(3000, 2), bytes(24, 3))
            .stub("b", bytes(77, 4), bytes(64, 5), bytes(0, 6))
            .load(file);
    image.words[record(image, 0) + (RecordLayout.CODE_OFFSET >> 2)] = 1 << 20;

    image.keepOnly(0, new boolean[] {true, true});

    RecordMemory memory = new RecordMemory(image);
    assertThrows(IndexOutOfBoundsException.class, () -> memory.copy(record(image, 0)));
    memory.copy(record(image, 1));
    assertArrayEquals(bytes(64, 5), Arrays.copyOf(memory.code(), 64));
    memory.close();
    image.close();
  }

  /** An offset that nobody uses does not keep a record from being moved. */
  @Test
  void movesWhatHasNoDataWhereverThatIs() throws IOException {
    LoadedImage image =
        new TestImage()
            .stub("a", bytes(100, 1), bytes(3000, 2), bytes(24, 3))
            .stub("b", bytes(77, 4), bytes(64, 5), bytes(0, 6))
            .load(file);
    image.words[record(image, 1) + (RecordLayout.DATA_OFFSET >> 2)] = 1 << 20;

    image.keepOnly(0, new boolean[] {false, true});

    RecordMemory memory = new RecordMemory(image);
    memory.copy(record(image, 1));
    assertArrayEquals(bytes(64, 5), Arrays.copyOf(memory.code(), 64));
    byte[] stream = new byte[77];
    Unsafe.getUnsafe()
        .copyMemory(null, memory.stream(), stream, Unsafe.ARRAY_BYTE_BASE_OFFSET, stream.length);
    assertArrayEquals(bytes(77, 4), stream);
    memory.close();
    image.close();
  }

  private static int record(LoadedImage image, int number) {
    return image.start(TableNumber.RECORDS) + number * (RecordLayout.BYTES >> 2);
  }

  private static boolean[] kept(LoadedImage image) {
    boolean[] kept = new boolean[image.count(TableNumber.RECORDS)];
    for (int record = 0; record < kept.length; record++) {
      kept[record] = image.isKept(record);
    }
    return kept;
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private String damaged(String expected, String found) {
    return file
        + ": expected "
        + expected
        + ", found "
        + found
        + "; build the image again (mvn package -Pnative)";
  }

  private static String refusal(Path file) {
    return assertThrows(Refusal.class, () -> LoadedImage.open(file.toString(), Pin.NONE))
        .getMessage();
  }

  private int lastOfTheRegion() {
    return REGION + (int) little(bytes).getLong(REGION + Header.REGION_SIZE);
  }

  @Test
  void entriesHaveTheSizeOfTheFormat() {
    assertArrayEquals(
        Arrays.stream(Table.values()).mapToInt(Table::entryBytes).toArray(),
        LoadedImage.entryBytes());
  }

  private void writeWithChecksum() throws IOException {
    int from = REGION + Header.CHECKED_FROM;
    int length = Math.max(0, Math.min(bytes.length, lastOfTheRegion()) - from);
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    little(bytes).putLong(REGION + Header.CHECKSUM, crc.getValue() | (long) length << 32);
    Files.write(file, bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
