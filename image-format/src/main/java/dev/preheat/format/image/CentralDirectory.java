package dev.preheat.format.image;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Identity of a jar: its size and a checksum of its central directory, which holds name, sizes and
 * CRC-32 of every entry. Reading it takes a fraction of a millisecond whatever the size of the jar.
 *
 * @param size of the file, in bytes
 * @param checksum CRC-32 (low half) and CRC-32C (high half) of the central directory and the end
 *     record
 */
public record CentralDirectory(long size, long checksum) {

  private static final int END_MAGIC = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END_DIRECTORY_OFFSET = 16;
  private static final int END_COMMENT_LENGTH = 20;
  private static final int MAX_COMMENT = 0xFFFF;

  /**
   * Reads the identity of a jar.
   *
   * @throws IOException when the file cannot be read or is no jar (zip64 jars included)
   */
  public static CentralDirectory read(Path jar) throws IOException {
    return read(jar.toFile());
  }

  /**
   * Reads the identity of a jar. The loader uses this form: at start-up a {@link Path} is not free.
   *
   * @throws IOException when the file cannot be read or is no jar (zip64 jars included)
   */
  public static CentralDirectory read(File jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
      long size = file.length();
      long end = endOfDirectory(file, size);
      byte[] record = read(file, end, END_SIZE);
      long start = u4(record, END_DIRECTORY_OFFSET);
      if (start > end) {
        throw new IOException(jar + " has a damaged central directory");
      }
      byte[] directory = read(file, start, Math.toIntExact(size - start));
      return new CentralDirectory(size, checksum(directory, 0, directory.length));
    }
  }

  /** CRC-32 in the low half, CRC-32C in the high half. */
  public static long checksum(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    CRC32C crc32c = new CRC32C();
    crc32c.update(bytes, offset, length);
    return crc.getValue() | (crc32c.getValue() << 32);
  }

  private static long endOfDirectory(RandomAccessFile file, long size) throws IOException {
    int tail = (int) Math.min(size, END_SIZE + (long) MAX_COMMENT);
    // Nearly every jar ends with an end record without a comment.
    if (size >= END_SIZE && u4(read(file, size - END_SIZE, END_SIZE), 0) == END_MAGIC) {
      return size - END_SIZE;
    }
    byte[] bytes = read(file, size - tail, tail);
    for (int at = tail - END_SIZE; at >= 0; at--) {
      if (u4(bytes, at) == END_MAGIC
          && at + END_SIZE + u2(bytes, at + END_COMMENT_LENGTH) == tail) {
        return size - tail + at;
      }
    }
    throw new IOException("not a jar: no end of central directory");
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
