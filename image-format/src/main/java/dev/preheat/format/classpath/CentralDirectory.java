// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.classpath;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Identity of a jar: its size and a checksum of its central directory, which holds name, sizes and
 * CRC-32 of every entry. Reading it takes a fraction of a millisecond whatever the size of the jar.
 *
 * @param size of the file, in bytes
 * @param checksum CRC-32 (low half) and number of bytes (high half) of the central directory and
 *     the end record
 */
public record CentralDirectory(long size, long checksum) {

  private static final int ENTRY_MAGIC = 0x02014b50;
  private static final int END_MAGIC = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END_ENTRIES = 10;
  private static final int END_DIRECTORY_SIZE = 12;
  private static final int END_DIRECTORY_OFFSET = 16;
  private static final int END_COMMENT_LENGTH = 20;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int ZIP64_ENTRIES = 0xFFFF;
  private static final long ZIP64_OFFSET = 0xFFFFFFFFL;

  /**
   * Reads the identity of a jar.
   *
   * @throws IOException as {@link #read(File)} does
   */
  public static CentralDirectory read(Path jar) throws IOException {
    return read(jar.toFile());
  }

  /**
   * Reads the identity of a jar. The loader uses this form: at start-up a {@link Path} is not free.
   *
   * @throws IOException when the file cannot be read, is no jar, or a jar in the zip64 format (of
   *     65535 entries or 4 GiB)
   */
  public static CentralDirectory read(File jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
      long size = file.length();
      long end = endOfDirectory(jar, file, size);
      long start = startOfDirectory(jar, read(file, end, END_SIZE), end);
      if (size - start > Integer.MAX_VALUE - Long.BYTES) {
        throw refused(jar, "its central directory is too large");
      }
      byte[] directory = read(file, start, (int) (size - start));
      if (start < end && u4(directory, 0) != ENTRY_MAGIC) {
        throw refused(jar, "its central directory is damaged");
      }
      return new CentralDirectory(size, checksum(directory, 0, directory.length));
    }
  }

  /** CRC-32 in the low half, number of bytes in the high half. */
  public static long checksum(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return crc.getValue() | ((long) length << 32);
  }

  private static long endOfDirectory(File jar, RandomAccessFile file, long size)
      throws IOException {
    // Nearly every jar ends with an end record without a comment.
    if (size >= END_SIZE) {
      byte[] last = read(file, size - END_SIZE, END_SIZE);
      if (u4(last, 0) == END_MAGIC && u2(last, END_COMMENT_LENGTH) == 0) {
        return size - END_SIZE;
      }
    }
    int tail = (int) Math.min(size, END_SIZE + (long) MAX_COMMENT);
    byte[] bytes = read(file, size - tail, tail);
    for (int at = tail - END_SIZE; at >= 0; at--) {
      if (u4(bytes, at) == END_MAGIC
          && at + END_SIZE + u2(bytes, at + END_COMMENT_LENGTH) == tail) {
        return size - tail + at;
      }
    }
    throw refused(jar, "it has no end of central directory");
  }

  /**
   * The directory lies right before the end record. The offset in the record says less: it does not
   * count what somebody put before the jar, such as a shell script.
   */
  private static long startOfDirectory(File jar, byte[] record, long end) throws IOException {
    long length = u4(record, END_DIRECTORY_SIZE);
    long offset = u4(record, END_DIRECTORY_OFFSET);
    if (u2(record, END_ENTRIES) == ZIP64_ENTRIES
        || length == ZIP64_OFFSET
        || offset == ZIP64_OFFSET) {
      throw refused(jar, "it has the zip64 format, 65535 entries or 4 GiB");
    }
    if (length > end || offset > end - length) {
      throw refused(jar, "its central directory is damaged");
    }
    return end - length;
  }

  private static IOException refused(File jar, String why) {
    return new IOException(
        jar + " is no jar that Preheat knows: " + why + ". Build it again, or split it.");
  }

  private static byte[] read(RandomAccessFile file, long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(position);
    file.readFully(bytes);
    return bytes;
  }

  private static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private static long u4(byte[] bytes, int at) {
    return (u2(bytes, at) | (long) u2(bytes, at + 2) << 16) & 0xFFFFFFFFL;
  }
}
