// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.outcome.Refusal;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import jdk.internal.misc.Unsafe;

/**
 * An image in memory. Its tables are in an array of ints, which interpreted code reads fastest and
 * whose bounds the JVM checks; install streams, data sections and code are outside the heap, which
 * is copied out in checked pieces only.
 *
 * <p>The file is read by plain reads: mapping it would take 15 to 30 ms of a start-up for the
 * classes that this needs.
 */
public final class LoadedImage {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final int HEADER_BYTES =
      Header.DIRECTORY + TableNumber.COUNT * Header.DIRECTORY_ENTRY;

  /** Of code, and of everything else. */
  private static final int MAXIMUM_BYTES = 1 << 30;

  /** The region up to the streams: 4 bytes of the file in each. */
  public final int[] words;

  private final String name;
  private final int[] offsets = new int[TableNumber.COUNT];
  private final int[] counts = new int[TableNumber.COUNT];
  private int codeBytes;
  private long bytes;

  private LoadedImage(String name, RandomAccessFile file, Pin pin) throws IOException {
    this.name = name;
    long length = file.length();
    byte[] header = new byte[HEADER_BYTES];
    if (length < ImageLayout.REGION_FILE_OFFSET + HEADER_BYTES) {
      throw damaged("a file of more bytes", "a file of " + length + " bytes");
    }
    MessageDigest digest = pin.digest();
    ImageInput input = new ImageInput(file, digest);
    input.skip(ImageLayout.REGION_FILE_OFFSET);
    input.readHeader(header, Header.CHECKED_FROM);
    long regionBytes = checkHeader(header);
    long codeOffset = u8(header, Header.CODE_FILE_OFFSET);
    long code = u8(header, Header.CODE_SIZE);
    if (regionBytes < HEADER_BYTES
        || regionBytes > MAXIMUM_BYTES
        || code < 0
        || code > MAXIMUM_BYTES
        || codeOffset < ImageLayout.REGION_FILE_OFFSET + regionBytes
        || codeOffset % ImageLayout.PAGE_BYTES != 0
        || codeOffset > length - code) {
      throw damaged("a file as long as its header says", "a file of " + length + " bytes");
    }
    codeBytes = (int) code;
    checkDirectory(header, (int) regionBytes);
    words = new int[offsets[TableNumber.STREAMS] >> 2];
    bytes = UNSAFE.allocateMemory(regionBytes - offsets[TableNumber.STREAMS] + code + Long.BYTES);
    boolean complete = false;
    try {
      read(input, (int) regionBytes, codeOffset);
      checkChecksum(u8(header, Header.CHECKSUM), input.checksum(), pin);
      input.skip(length - codeOffset - code);
      pin.checkDigest(name, digest);
      complete = true;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  /**
   * Reads and checks an image.
   *
   * @param pin which image is expected
   * @throws Refusal when there is none or it is damaged
   */
  public static LoadedImage open(String name, Pin pin) {
    try (RandomAccessFile file = new RandomAccessFile(name, "r")) {
      return read(name, file, pin);
    } catch (FileNotFoundException e) {
      throw new Refusal(
          name,
          "an image",
          "no file that can be read",
          "build it (mvn package -Pnative), or correct preheat.image");
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Reads and checks an open file. */
  static LoadedImage read(String name, RandomAccessFile file, Pin pin) {
    try {
      return new LoadedImage(name, file, pin);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static Refusal unreadable(String name, IOException e) {
    return damaged(name, "a file that can be read", e.toString());
  }

  /** Frees the memory outside of the heap: nothing but the tables may be read afterwards. */
  public void close() {
    UNSAFE.freeMemory(bytes);
    bytes = 0;
  }

  /**
   * Frees streams, data and code of all records but those that are kept. Where there is no room for
   * a copy of these, all stays.
   *
   * @param first the first record that may be kept
   * @param kept by record, from that one on
   */
  public void keepOnly(int first, boolean[] kept) {
    long streams = 0;
    long code = 0;
    for (int record = 0; record < counts[TableNumber.RECORDS]; record++) {
      int at = record(record);
      if (record < first || record >= first + kept.length || !kept[record - first]) {
        drop(at);
      } else if (isThere(at)) {
        streams += words[at + (RecordLayout.STREAM_SIZE >> 2)];
        streams += words[at + (RecordLayout.DATA_SIZE >> 2)];
        code += words[at + (RecordLayout.CODE_SIZE >> 2)];
      }
    }
    // Those of a damaged image may share what they have.
    if (streams <= counts[TableNumber.STREAMS] && code <= codeBytes) {
      moveTo(aligned((int) streams), (int) code);
    }
  }

  private void moveTo(int newStreamBytes, int newCodeBytes) {
    long target;
    try {
      target = UNSAFE.allocateMemory((long) newStreamBytes + newCodeBytes + Long.BYTES);
    } catch (OutOfMemoryError e) {
      return;
    }
    int streams = 0;
    int code = 0;
    for (int record = 0; record < counts[TableNumber.RECORDS]; record++) {
      int at = record(record);
      if (isThere(at)) {
        streams += move(at + (RecordLayout.STREAM_OFFSET >> 2), 0, target, streams);
        streams += move(at + (RecordLayout.DATA_OFFSET >> 2), 0, target, streams);
        code +=
            move(
                at + (RecordLayout.CODE_OFFSET >> 2), streamBytes(), target + newStreamBytes, code);
      }
    }
    close();
    bytes = target;
    counts[TableNumber.STREAMS] = newStreamBytes;
    codeBytes = newCodeBytes;
  }

  /** Copies what an offset and a size say, and corrects the offset; returns the size. */
  private int move(int at, long from, long target, int offset) {
    if (words[at + 1] != 0) {
      copy(from + words[at], words[at + 1], null, target + offset);
    }
    words[at] = offset;
    return words[at + 1];
  }

  private void drop(int at) {
    words[at + (RecordLayout.STREAM_OFFSET >> 2)] = 0;
    words[at + (RecordLayout.STREAM_SIZE >> 2)] = 0;
    words[at + (RecordLayout.DATA_OFFSET >> 2)] = 0;
    words[at + (RecordLayout.DATA_SIZE >> 2)] = 0;
    words[at + (RecordLayout.CODE_OFFSET >> 2)] = 0;
    words[at + (RecordLayout.CODE_SIZE >> 2)] = 0;
  }

  /** Whether stream, data and code of a record are where it says, or have been freed. */
  private boolean isThere(int at) {
    return isWithin(at + (RecordLayout.STREAM_OFFSET >> 2), counts[TableNumber.STREAMS])
        && isWithin(at + (RecordLayout.DATA_OFFSET >> 2), counts[TableNumber.STREAMS])
        && isWithin(at + (RecordLayout.CODE_OFFSET >> 2), codeBytes);
  }

  /** Nothing is everywhere. */
  private boolean isWithin(int at, int size) {
    return words[at + 1] == 0
        || (words[at] >= 0 && words[at + 1] > 0 && words[at] <= size - words[at + 1]);
  }

  /** Whether the stream of a record has not been freed. */
  public boolean isKept(int record) {
    return words[record(record) + (RecordLayout.STREAM_SIZE >> 2)] != 0;
  }

  /** Bytes outside of the heap. */
  long nativeBytes() {
    return bytes == 0 ? 0 : streamBytes() + (long) codeBytes;
  }

  private int record(int number) {
    return start(TableNumber.RECORDS) + number * (RecordLayout.BYTES >> 2);
  }

  /** The file's path. */
  public String name() {
    return name;
  }

  /** Number of entries of a table. */
  public int count(int table) {
    return counts[table];
  }

  /** Index in {@link #words} of a table's first entry. */
  public int start(int table) {
    return offsets[table] >> 2;
  }

  /** Eight bytes, from an index in {@link #words}. */
  public long u8(int at) {
    return (words[at] & 0xFFFFFFFFL) | (long) words[at + 1] << 32;
  }

  /** The text whose reference is at an index in {@link #words}. */
  public String text(int at) {
    int offset = words[at];
    int length = words[at + 1];
    checkRange(offset, length, counts[TableNumber.STRINGS]);
    byte[] text = new byte[length];
    UNSAFE.copyMemory(
        words,
        Unsafe.ARRAY_INT_BASE_OFFSET + offsets[TableNumber.STRINGS] + (long) offset,
        text,
        Unsafe.ARRAY_BYTE_BASE_OFFSET,
        length);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Copies an install stream. */
  public void copyStream(int offset, int length, long target) {
    checkRange(offset, length, counts[TableNumber.STREAMS]);
    copy(offset, length, null, target);
  }

  /** A data section. */
  public byte[] data(int offset, int length) {
    checkRange(offset, length, counts[TableNumber.STREAMS]);
    byte[] data = new byte[length];
    copy(offset, length, data, Unsafe.ARRAY_BYTE_BASE_OFFSET);
    return data;
  }

  /**
   * Copies machine code.
   *
   * @return the array, or a larger one when that is too small
   */
  public byte[] copyCode(int offset, int length, byte[] target) {
    checkRange(offset, length, codeBytes);
    byte[] code = length <= target.length ? target : new byte[2 * length];
    copy(streamBytes() + (long) offset, length, code, Unsafe.ARRAY_BYTE_BASE_OFFSET);
    return code;
  }

  /** Whether machine code is where a record says. */
  public boolean hasCode(int offset, int length) {
    return offset >= 0 && length >= 0 && offset <= codeBytes - length;
  }

  /**
   * Checks a range of a table.
   *
   * @throws IndexOutOfBoundsException when it is not within the table
   */
  public static void checkRange(int first, int length, int count) {
    if (first < 0 || length < 0 || first > count - length) {
      throw new IndexOutOfBoundsException(first);
    }
  }

  private void copy(long offset, int length, Object target, long targetOffset) {
    UNSAFE.copyMemory(null, bytes + offset, target, targetOffset, length);
  }

  /** Streams and their padding, which is where the code starts in {@link #bytes}. */
  private int streamBytes() {
    return aligned(counts[TableNumber.STREAMS]);
  }

  private static int aligned(int size) {
    return (size + ImageLayout.ALIGNMENT - 1) & -ImageLayout.ALIGNMENT;
  }

  private long checkHeader(byte[] header) {
    if (u8(header, Header.MAGIC) != ImageLayout.MAGIC) {
      throw damaged("an image", "another file");
    }
    if (u4(header, Header.VERSION) != ImageLayout.VERSION
        || u4(header, Header.SIZE) != HEADER_BYTES) {
      throw damaged("image format " + ImageLayout.VERSION, "format " + u4(header, Header.VERSION));
    }
    return u8(header, Header.REGION_SIZE);
  }

  private void checkDirectory(byte[] header, int regionBytes) {
    int end = HEADER_BYTES;
    int[] entryBytes = entryBytes();
    for (int table = 0; table < TableNumber.COUNT; table++) {
      int entry = Header.DIRECTORY + table * Header.DIRECTORY_ENTRY;
      int offset = u4(header, entry);
      int count = u4(header, entry + 4);
      long size = (count & 0xFFFFFFFFL) * entryBytes[table];
      if (offset < end || offset % ImageLayout.ALIGNMENT != 0 || offset + size > regionBytes) {
        throw damaged("table " + table + " within the image", "an offset of " + offset);
      }
      offsets[table] = offset;
      counts[table] = count;
      end = (int) (offset + size);
    }
    if (streamBytes() != regionBytes - offsets[TableNumber.STREAMS]) {
      throw damaged("the streams at the end", "other bytes after them");
    }
  }

  private void read(ImageInput input, int regionBytes, long codeOffset) throws IOException {
    int streams = offsets[TableNumber.STREAMS];
    input.read(streams - HEADER_BYTES, words, Unsafe.ARRAY_INT_BASE_OFFSET + (long) HEADER_BYTES);
    input.read(regionBytes - streams, null, bytes);
    input.skip(codeOffset - ImageLayout.REGION_FILE_OFFSET - regionBytes);
    input.read(codeBytes, null, bytes + regionBytes - streams);
  }

  private void checkChecksum(long expected, long found, Pin pin) {
    if (found != expected) {
      throw damaged(
          "checksum " + Long.toHexString(expected), "checksum " + Long.toHexString(found));
    }
    pin.checkChecksum(name, found);
  }

  private Refusal damaged(String expected, String found) {
    return damaged(name, expected, found);
  }

  private static Refusal damaged(String name, String expected, String found) {
    return Refusal.damaged(name, expected, found);
  }

  private static int u4(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  private static long u8(byte[] bytes, int at) {
    return (u4(bytes, at) & 0xFFFFFFFFL) | (long) u4(bytes, at + 4) << 32;
  }

  /** Bytes of an entry, by table. */
  public static int[] entryBytes() {
    return new int[] {
      1,
      ImageLayout.Property.BYTES,
      Integer.BYTES,
      ImageLayout.FactLayout.BYTES,
      ImageLayout.ContainerLayout.BYTES,
      ImageLayout.ClassEntry.BYTES,
      Integer.BYTES,
      ImageLayout.DIGEST_BYTES,
      ImageLayout.MethodEntry.BYTES,
      ImageLayout.ObjectEntry.BYTES,
      ImageLayout.ExternalLayout.BYTES,
      ImageLayout.VariantLayout.BYTES,
      RecordLayout.BYTES,
      ImageLayout.RelocationLayout.BYTES,
      Integer.BYTES,
      1
    };
  }
}
