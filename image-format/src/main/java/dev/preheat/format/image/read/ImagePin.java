// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageHeader;
import dev.preheat.format.image.layout.ImageLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells an image from every other.
 *
 * @param checksum the header's, in lower-case hexadecimal without zeros in front
 * @param sha256 of the whole file, in lower-case hexadecimal
 */
public record ImagePin(String checksum, String sha256) {

  private static final int CHUNK_BYTES = 1 << 17;

  /**
   * Reads an image, but does not check it.
   *
   * @throws ImageFormatException if it is no image, or one of another version
   * @throws IOException if it cannot be read
   */
  public static ImagePin of(Path image) throws IOException {
    MessageDigest digest = newDigest();
    byte[] start = new byte[ImageLayout.REGION_FILE_OFFSET + ImageHeader.FIXED_BYTES];
    try (InputStream in = Files.newInputStream(image)) {
      int read = in.readNBytes(start, 0, start.length);
      digest.update(start, 0, read);
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        digest.update(chunk, 0, count);
      }
      int header = Math.min(read, ImageLayout.REGION_FILE_OFFSET);
      ByteBuffer bytes = ByteBuffer.wrap(start, header, read - header).slice();
      ImageHeader found = ImageHeader.read(image.toString(), bytes.order(ByteOrder.LITTLE_ENDIAN));
      return new ImagePin(
          Long.toHexString(found.checksum()), HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
