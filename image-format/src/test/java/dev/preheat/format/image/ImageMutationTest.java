// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** No damage makes the reader fail other than with its own exception. */
class ImageMutationTest {

  private static final int[] MASKS = {1, 2, 4, 8, 16, 32, 64, 128, 255};

  @Provide
  Arbitrary<ImageModel> models() {
    return RandomModel.arbitrary();
  }

  @Provide
  Arbitrary<Integer> words() {
    return Arbitraries.oneOf(
        Arbitraries.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x10000, 0xFFFF, 8, 0xFF),
        Arbitraries.integers());
  }

  @Test
  void everyChangeOfOneByteIsNoticed() {
    RawImage image = new RawImage(SampleImage.model());
    for (byte[] part : new byte[][] {image.region(), image.code()}) {
      for (int at = 0; at < part.length; at++) {
        for (int mask : MASKS) {
          part[at] ^= (byte) mask;
          assertThrows(ImageFormatException.class, image::readAsIs);
          part[at] ^= (byte) mask;
        }
      }
    }
  }

  @Test
  void everyChangeOfOneByteWithTheRightChecksumIsRefusedOrUnderstood() {
    RawImage image = new RawImage(SampleImage.model());
    int refused = 0;
    int understood = 0;
    for (byte[] part : new byte[][] {image.region(), image.code()}) {
      for (int at = 0; at < part.length; at++) {
        for (int mask : MASKS) {
          part[at] ^= (byte) mask;
          if (isRefused(image)) {
            refused++;
          } else {
            understood++;
          }
          part[at] ^= (byte) mask;
        }
      }
    }
    assertTrue(refused > 0 && understood > 0, refused + " refused, " + understood + " understood");
  }

  @Property(tries = 3000)
  void anyWordWithTheRightChecksumIsRefusedOrUnderstood(
      @ForAll("models") ImageModel model, @ForAll("words") int word, @ForAll long position) {
    RawImage image = new RawImage(model);
    int words = image.region().length / Integer.BYTES;
    int at = (int) Long.remainderUnsigned(position, words) * Integer.BYTES;
    image.bytes().putInt(at, word);

    isRefused(image);
  }

  /** What is understood can be written again. */
  private static boolean isRefused(RawImage image) {
    try {
      ImageModel read = image.read();
      ImageWriter.Layout again = ImageWriter.write(read);
      assertEquals(read, ImageReader.read("again", again.region(), again.code()));
      return false;
    } catch (ImageFormatException e) {
      assertTrue(e.getMessage().startsWith("app.so: "), e.getMessage());
      return true;
    }
  }
}
