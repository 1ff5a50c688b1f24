// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import dev.preheat.format.image.layout.ImageLayout.Header;
import java.nio.ByteBuffer;

/** The header of an image, its magic and version checked; all fields but those two. */
public record ImageHeader(
    int headerSize, long checksum, long regionSize, long codeOffset, long codeSize) {

  /** Bytes of the header that {@link #read} needs; the directory follows. */
  public static final int FIXED_BYTES = Header.DIRECTORY;

  /** Size of the header, directory and padding included. */
  public static int size() {
    return ImageLayout.align(
        Header.DIRECTORY + Table.values().length * Header.DIRECTORY_ENTRY, ImageLayout.ALIGNMENT);
  }

  /**
   * Reads a header.
   *
   * @param bytes little-endian
   */
  public static ImageHeader read(String name, ByteBuffer bytes) throws ImageFormatException {
    if (bytes.capacity() < FIXED_BYTES) {
      throw ImageFormatException.damaged(name, "it ends within the header");
    }
    if (bytes.getLong(Header.MAGIC) != ImageLayout.MAGIC) {
      throw new ImageFormatException(
          name,
          "not an image: there is no image header at offset " + ImageLayout.REGION_FILE_OFFSET,
          "Give the shared library that mvn package -Pnative writes.");
    }
    int version = bytes.getInt(Header.VERSION);
    if (version != ImageLayout.VERSION) {
      throw new ImageFormatException(
          name,
          "the image has format version "
              + Integer.toUnsignedString(version)
              + ", this version of Preheat reads "
              + ImageLayout.VERSION,
          "Use the same version of Preheat for both, or build the image again"
              + " (mvn package -Pnative).");
    }
    return new ImageHeader(
        bytes.getInt(Header.SIZE),
        bytes.getLong(Header.CHECKSUM),
        bytes.getLong(Header.REGION_SIZE),
        bytes.getLong(Header.CODE_FILE_OFFSET),
        bytes.getLong(Header.CODE_SIZE));
  }

  /** Checks the header of an image that is there as a whole. */
  public void check(String name, byte[] region, byte[] code) throws ImageFormatException {
    if (headerSize != size() || region.length < size()) {
      throw ImageFormatException.damaged(
          name, "its header has " + Integer.toUnsignedString(headerSize) + " bytes, not " + size());
    }
    if (regionSize != region.length) {
      throw ImageFormatException.damaged(
          name, "its tables have " + region.length + " bytes, its header says " + regionSize);
    }
    if (codeSize != code.length) {
      throw ImageFormatException.damaged(
          name, "its code has " + code.length + " bytes, its header says " + codeSize);
    }
    if (codeOffset % ImageLayout.PAGE_BYTES != 0
        || codeOffset < ImageLayout.REGION_FILE_OFFSET + regionSize
        || codeOffset > Long.MAX_VALUE - codeSize) {
      throw ImageFormatException.damaged(name, "its code cannot lie at offset " + codeOffset);
    }
    if (ImageChecksum.of(region, code) != checksum) {
      throw ImageFormatException.damaged(name, "its checksum does not match");
    }
  }
}
