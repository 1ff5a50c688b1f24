// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/** Where a record is copied to before it is patched: the same place for one after the other. */
public final class RecordMemory {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final byte[] NO_BYTES = new byte[0];
  private static final int INITIAL_BYTES = 1 << 14;

  /** Of a chunk of HotSpotCompiledCodeStream: address of the next chunk, size. */
  private static final int CHUNK_HEADER_BYTES = Long.BYTES + Integer.BYTES;

  private final LoadedImage image;
  private final int[] words;

  /** The VM copies as many bytes from it as the stream says. */
  private byte[] code = new byte[INITIAL_BYTES];

  private byte[] data = NO_BYTES;
  private int bytes = INITIAL_BYTES;
  private long chunk = UNSAFE.allocateMemory(INITIAL_BYTES);

  public RecordMemory(LoadedImage image) {
    this.image = image;
    words = image.words;
  }

  public void close() {
    UNSAFE.freeMemory(chunk);
    chunk = 0;
  }

  /** Copies a record. */
  public void copy(int record) {
    code =
        image.copyCode(
            words[record + (RecordLayout.CODE_OFFSET >> 2)],
            words[record + (RecordLayout.CODE_SIZE >> 2)],
            code);
    int dataBytes = words[record + (RecordLayout.DATA_SIZE >> 2)];
    data =
        dataBytes == 0
            ? NO_BYTES
            : image.data(words[record + (RecordLayout.DATA_OFFSET >> 2)], dataBytes);
    int offset = words[record + (RecordLayout.STREAM_OFFSET >> 2)];
    int length = words[record + (RecordLayout.STREAM_SIZE >> 2)];
    if (length > bytes - CHUNK_HEADER_BYTES) {
      LoadedImage.checkRange(offset, length, image.count(TableNumber.STREAMS));
      close();
      bytes = length + INITIAL_BYTES;
      chunk = UNSAFE.allocateMemory(bytes);
    }
    image.copyStream(offset, length, chunk + CHUNK_HEADER_BYTES);
    UNSAFE.putLong(null, chunk, 0L);
    UNSAFE.putInt(null, chunk + Long.BYTES, length);
  }

  /** The code; the array may be longer. */
  public byte[] code() {
    return code;
  }

  /** The data section. */
  public byte[] data() {
    return data;
  }

  /** Address of the install stream. */
  public long stream() {
    return chunk + CHUNK_HEADER_BYTES;
  }

  /** Address of the chunk that holds the stream. */
  long chunk() {
    return chunk;
  }
}
