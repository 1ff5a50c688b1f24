// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import java.util.zip.CRC32;

/**
 * The checksum in the header: over the region from {@link ImageLayout.Header#CHECKED_FROM} on, then
 * the code area. CRC-32 only: the first use of the JDK's CRC-32C takes a start-up a millisecond.
 */
public final class ImageChecksum {

  private ImageChecksum() {}

  public static long of(byte[] region, byte[] code) {
    int from = ImageLayout.Header.CHECKED_FROM;
    CRC32 crc = new CRC32();
    crc.update(region, from, region.length - from);
    crc.update(code, 0, code.length);
    return crc.getValue() | (long) (region.length - from + code.length) << 32;
  }
}
