// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import jdk.internal.misc.Unsafe;

/** Reads the parts of an image one after the other and sums them up on the way. */
final class ImageInput {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Large enough for few calls, small enough for the processor's cache. */
  private static final int CHUNK_BYTES = 1 << 17;

  private final RandomAccessFile file;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private final CRC32 crc = new CRC32();
  private final MessageDigest digest;
  private long summed;

  /**
   * Starts at the start of a file.
   *
   * @param digest of all that is read or passed over, null for none
   */
  ImageInput(RandomAccessFile file, MessageDigest digest) {
    this.file = file;
    this.digest = digest;
  }

  /** Passes over bytes, which do not count for the checksum. */
  void skip(long length) throws IOException {
    if (digest == null) {
      file.seek(file.getFilePointer() + length);
      return;
    }
    for (long rest = length; rest > 0; rest -= CHUNK_BYTES) {
      int part = (int) Math.min(CHUNK_BYTES, rest);
      file.readFully(chunk, 0, part);
      digest.update(chunk, 0, part);
    }
  }

  /** Reads the header, which counts for the checksum from an offset on. */
  void readHeader(byte[] header, int checkedFrom) throws IOException {
    file.readFully(header);
    sum(header, checkedFrom, header.length - checkedFrom);
    if (digest != null) {
      digest.update(header);
    }
  }

  /** Reads from the file's position into an array or, where that is null, to an address. */
  void read(int length, Object target, long targetOffset) throws IOException {
    int done = 0;
    while (done < length) {
      int part = Math.min(CHUNK_BYTES, length - done);
      file.readFully(chunk, 0, part);
      sum(chunk, 0, part);
      if (digest != null) {
        digest.update(chunk, 0, part);
      }
      UNSAFE.copyMemory(chunk, Unsafe.ARRAY_BYTE_BASE_OFFSET, target, targetOffset + done, part);
      done += part;
    }
  }

  /** See {@code dev.preheat.format.image.layout.ImageLayout.Header#CHECKSUM}. */
  long checksum() {
    return crc.getValue() | (summed << 32);
  }

  private void sum(byte[] bytes, int offset, int length) {
    crc.update(bytes, offset, length);
    summed += length;
  }
}
