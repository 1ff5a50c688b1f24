// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.image.SampleImage;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.write.ImageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePinTest {

  @TempDir private Path directory;

  @Test
  void checksumOfTheHeaderAndDigestOfTheFile() throws IOException, NoSuchAlgorithmException {
    Path file = directory.resolve("a.so");
    ImageFile.write(SampleImage.model(), file);
    byte[] bytes = Files.readAllBytes(file);

    ImagePin pin = ImagePin.of(file);

    long checksum =
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .getLong(ImageLayout.REGION_FILE_OFFSET + ImageLayout.Header.CHECKSUM);
    assertEquals(Long.toHexString(checksum), pin.checksum());
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), pin.sha256());
  }

  @Test
  void whatIsNoImageHasNoPin() throws IOException {
    Path file = Files.write(directory.resolve("a.so"), new byte[5000]);
    Path small = Files.write(directory.resolve("b.so"), new byte[50]);

    assertThrows(ImageFormatException.class, () -> ImagePin.of(file));
    assertThrows(ImageFormatException.class, () -> ImagePin.of(small));
  }
}
