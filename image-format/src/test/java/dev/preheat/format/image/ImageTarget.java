// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import dev.preheat.format.image.describe.ImageDescription;
import dev.preheat.format.image.describe.ImageJson;
import dev.preheat.format.image.layout.ImageChecksum;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageHeader;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Fuzzing of the image reader: what it understands can be written again, to the same model. The
 * input is the region, then the code; the checksum always fits, so that something lies behind it.
 */
public final class ImageTarget {

  private ImageTarget() {}

  /** An image with one of everything. */
  public static byte[] seed() {
    RawImage image = new RawImage(SampleImage.model());
    return ByteBuffer.allocate(image.region().length + image.code().length)
        .put(image.region())
        .put(image.code())
        .array();
  }

  /** Reads an image. */
  public static void fuzzerTestOneInput(byte[] input) throws ImageFormatException {
    ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    long size = input.length < ImageHeader.FIXED_BYTES ? 0 : bytes.getLong(Header.REGION_SIZE);
    int split = size < ImageHeader.FIXED_BYTES || size > input.length ? input.length : (int) size;
    byte[] region = Arrays.copyOf(input, split);
    byte[] code = Arrays.copyOfRange(input, split, input.length);
    if (split >= ImageHeader.FIXED_BYTES) {
      ByteBuffer.wrap(region)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putLong(Header.CHECKSUM, ImageChecksum.of(region, code));
    }
    ImageModel read;
    try {
      read = ImageReader.read("a.so", region, code);
    } catch (ImageFormatException e) {
      if (!e.getMessage().startsWith("a.so: ")) {
        throw new AssertionError("a message that does not name the file", e);
      }
      return;
    }
    ImageWriter.Layout again = ImageWriter.write(read);
    if (!read.equals(ImageReader.read("again", again.region(), again.code()))) {
      throw new AssertionError("another image when it is written and read again");
    }
    ImageDescription.methods(read);
    ImageJson.methods(read).text();
  }
}
