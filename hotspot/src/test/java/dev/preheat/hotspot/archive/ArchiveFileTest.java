// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.hotspot.VmField;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest of an archive that is whole, of one that is cut off, of one that is being cut off. */
class ArchiveFileTest {

  private static final int REGIONS = 64;
  private static final int REGION_BYTES = 56;
  private static final int USED = 32;
  private static final int HEADER_BYTES = REGIONS + 2 * REGION_BYTES;
  private static final int CONTENT_BYTES = 300;

  private static final Map<VmField, Integer> LAYOUT =
      Map.of(
          VmField.FILE_MAP_HEADER_REGIONS, REGIONS,
          VmField.FILE_MAP_REGION_BYTES, REGION_BYTES,
          VmField.FILE_MAP_REGION_USED, USED);

  private final byte[] archive = archive();

  /** A file that is shorter than it was when its size was asked for. */
  private static final class Shrinking implements SeekableByteChannel {

    private final ByteBuffer bytes;
    private final long size;

    Shrinking(byte[] bytes, long size) {
      this.bytes = ByteBuffer.wrap(bytes);
      this.size = size;
    }

    @Override
    public int read(ByteBuffer target) {
      if (!bytes.hasRemaining()) {
        return -1;
      }
      int count = Math.min(target.remaining(), bytes.remaining());
      target.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      bytes.position((int) Math.min(position, bytes.limit()));
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public SeekableByteChannel truncate(long length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void aWholeArchiveHasADigest(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("a.jsa"), archive);
    Optional<String> digest = ArchiveFile.digest(file, LAYOUT);

    assertTrue(digest.orElseThrow().matches("[0-9a-f]{16}"), digest::toString);
    assertEquals(digest, ArchiveFile.digest(new Shrinking(archive, archive.length), LAYOUT));
  }

  @Test
  void oneThatIsCutOffHasNone(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("a.jsa");
    for (int length = 0; length < archive.length; length++) {
      Files.write(file, Arrays.copyOf(archive, length));

      assertEquals(Optional.empty(), ArchiveFile.digest(file, LAYOUT), "length " + length);
    }
  }

  @Test
  void oneThatIsCutOffWhileItIsReadHasNone() throws IOException {
    for (int length = 0; length < archive.length; length++) {
      Shrinking file = new Shrinking(Arrays.copyOf(archive, length), archive.length);

      assertEquals(Optional.empty(), ArchiveFile.digest(file, LAYOUT), "length " + length);
    }
  }

  @Test
  void oneThatIsDamagedHasNone() throws IOException {
    for (int at = 0; at < archive.length; at = at == 7 ? 12 : at + 1) {
      // Not the version, between both: the VM takes its own only.
      byte[] damaged = archive.clone();
      damaged[at] ^= 0x10;

      assertEquals(
          Optional.empty(),
          ArchiveFile.digest(new Shrinking(damaged, damaged.length), LAYOUT),
          "offset " + at);
    }
  }

  private static byte[] archive() {
    byte[] bytes = new byte[HEADER_BYTES + 2 * CONTENT_BYTES];
    Arrays.fill(bytes, HEADER_BYTES, bytes.length, (byte) 7);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, ArchiveDigest.MAGIC).putInt(12, HEADER_BYTES);
    for (int i = 0; i < 2; i++) {
      int region = REGIONS + i * REGION_BYTES;
      int offset = HEADER_BYTES + i * CONTENT_BYTES;
      file.putInt(region, crc(bytes, offset, CONTENT_BYTES)).putInt(region + 4, i);
      file.putLong(region + 24, offset).putLong(region + USED, CONTENT_BYTES);
    }
    file.putInt(ArchiveDigest.CRC, crc(bytes, 16, HEADER_BYTES - 16));
    return bytes;
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
