// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.Table;
import org.junit.jupiter.params.provider.Arguments;

/** Something done to an image. */
interface Damage {

  void inflict(RawImage image);

  /** A test case: the sample image with this damage and a right checksum is refused. */
  static Arguments when(String why, Damage damage) {
    return arguments(why, damage);
  }

  /** A test case: another value in a field. */
  static Arguments when(String why, Table table, int index, int field, int value) {
    return when(why, image -> image.put(table, index, field, value));
  }

  /** Checks the whole message. */
  default void assertRefused(String why) {
    RawImage image = new RawImage(SampleImage.model());
    inflict(image);
    assertRefused(why, image);
  }

  /** Checks the whole message. */
  static void assertRefused(String why, RawImage image) {
    Exception e = assertThrows(ImageFormatException.class, image::read);

    assertEquals(
        "app.so: the image is damaged: "
            + why
            + ". Build it again (mvn package -Pnative) and copy it as a binary file.",
        e.getMessage());
  }
}
