package dev.preheat.format.image;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksum in the header: over the region from {@link ImageLayout.Header#CHECKED_FROM} on, then
 * the code area.
 */
final class ImageChecksum {

  private ImageChecksum() {}

  static long of(byte[] region, byte[] code) {
    int from = ImageLayout.Header.CHECKED_FROM;
    CRC32 crc = new CRC32();
    crc.update(region, from, region.length - from);
    crc.update(code, 0, code.length);
    CRC32C crc32c = new CRC32C();
    crc32c.update(region, from, region.length - from);
    crc32c.update(code, 0, code.length);
    return crc.getValue() | (crc32c.getValue() << 32);
  }
}
