// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.archive;

import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmMemory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The file of a class data archive. What is not in the VM's own tables of its structures is proven
 * by the sums that the header holds: where one of them does not come out, the file is not
 * understood, or damaged, and nothing can be said of it.
 */
public final class ArchiveFile {

  private static final int CHUNK_BYTES = 1 << 17;
  private static final int LARGEST_HEADER = 1 << 16;

  // GenericCDSFileMapHeader, src/hotspot/share/include/cds.h; the header's sum starts behind them.
  private static final int HEADER_SIZE = 12;
  private static final int GENERIC_BYTES = 16;

  // CDSFileMapRegion: sum, whether read only, ..., then where it lies in the file.
  private static final int READ_ONLY = 4;
  private static final int FILE_OFFSET = 24;

  private final SeekableByteChannel file;
  private final Map<VmField, Integer> layout;

  private ArchiveFile(SeekableByteChannel file, Map<VmField, Integer> layout) {
    this.file = file;
    this.layout = layout;
  }

  /**
   * The digest of an archive, see {@link ArchiveDigest}.
   *
   * @param layout of the VM that wrote the archive
   * @return empty when the file is no static archive, damaged, cut off (also while it is read), or
   *     of a form that is not known
   * @throws IOException if it cannot be read
   */
  public static Optional<String> digest(Path path, Map<VmField, Integer> layout)
      throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return digest(channel, layout);
    }
  }

  /** The digest of an open file. */
  static Optional<String> digest(SeekableByteChannel file, Map<VmField, Integer> layout)
      throws IOException {
    try {
      return new ArchiveFile(file, layout).digest();
    } catch (EOFException e) {
      // Somebody writes a new one in its place.
      return Optional.empty();
    }
  }

  private Optional<String> digest() throws IOException {
    int regions = layout.get(VmField.FILE_MAP_HEADER_REGIONS);
    int regionBytes = layout.get(VmField.FILE_MAP_REGION_BYTES);
    int used = layout.get(VmField.FILE_MAP_REGION_USED);
    int least = regions + ArchiveDigest.REGIONS * regionBytes;
    if (file.size() < least) {
      return Optional.empty();
    }
    int headerBytes = read(0, GENERIC_BYTES).getInt(HEADER_SIZE);
    if (headerBytes < least || headerBytes > LARGEST_HEADER || headerBytes > file.size()) {
      return Optional.empty();
    }
    ByteBuffer header = read(0, headerBytes);
    if (crc(GENERIC_BYTES, headerBytes - GENERIC_BYTES) != header.getInt(ArchiveDigest.CRC)) {
      return Optional.empty();
    }
    for (int i = 0; i < ArchiveDigest.REGIONS; i++) {
      int region = regions + i * regionBytes;
      if (!isRegion(header, region, header.getLong(region + used), i)) {
        return Optional.empty();
      }
    }
    String digest = new ArchiveDigest(new FileMemory(header), regions, regionBytes, used).of(0);
    return digest.isEmpty() ? Optional.empty() : Optional.of(digest);
  }

  /** The first of them can be written to, the second cannot. */
  private boolean isRegion(ByteBuffer header, int region, long used, int readOnly)
      throws IOException {
    long offset = header.getLong(region + FILE_OFFSET);
    return header.getInt(region + READ_ONLY) == readOnly
        && offset > 0
        && used > 0
        && offset <= file.size() - used
        && crc(offset, used) == header.getInt(region);
  }

  private int crc(long offset, long bytes) throws IOException {
    CRC32 crc = new CRC32();
    for (long done = 0; done < bytes; done += CHUNK_BYTES) {
      crc.update(read(offset + done, (int) Math.min(CHUNK_BYTES, bytes - done)));
    }
    return (int) crc.getValue();
  }

  private ByteBuffer read(long offset, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.position(offset);
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) {
        throw new EOFException("the archive became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  /** A header that was read, at address 0. */
  private record FileMemory(ByteBuffer bytes) implements VmMemory {

    @Override
    public int u1(long address) {
      return bytes.get((int) address) & 0xFF;
    }

    @Override
    public int u2(long address) {
      return bytes.getShort((int) address) & 0xFFFF;
    }

    @Override
    public int s4(long address) {
      return bytes.getInt((int) address);
    }

    @Override
    public long s8(long address) {
      return bytes.getLong((int) address);
    }
  }
}
