// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.elf.ReadElf;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** An image in which something is wrong that no check can see. */
public final class PatchedImage {

  private static final String CODE = ".text";

  private final Path file;
  private final byte[] bytes;

  public PatchedImage(Path image) throws IOException {
    file = image;
    bytes = Files.readAllBytes(image);
  }

  /** Writes over the first instructions of a method. */
  public PatchedImage code(String method, int... instructions) throws IOException {
    ReadElf elf = ElfReader.read(file);
    long offset =
        elf.file().symbols().stream()
            .filter(symbol -> symbol.section().equals(CODE) && symbol.name().equals(method))
            .findFirst()
            .orElseThrow()
            .offset();
    int start = (int) (elf.offsets().get(CODE) + offset);
    for (int i = 0; i < instructions.length; i++) {
      bytes[start + i] = (byte) instructions[i];
    }
    return this;
  }

  /** Writes a file that passes for an image. */
  public Path write(String name) throws IOException {
    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    fixChecksum(image);
    return Files.write(file.resolveSibling(name), bytes);
  }

  /** Makes the checksum fit what the header says is covered. */
  public static void fixChecksum(ByteBuffer image) {
    int region = ImageLayout.REGION_FILE_OFFSET;
    int regionBytes = (int) image.getLong(region + Header.REGION_SIZE);
    int code = (int) image.getLong(region + Header.CODE_FILE_OFFSET);
    int codeBytes = (int) image.getLong(region + Header.CODE_SIZE);
    CRC32 crc = new CRC32();
    crc.update(image.slice(region + Header.CHECKED_FROM, regionBytes - Header.CHECKED_FROM));
    crc.update(image.slice(code, codeBytes));
    long length = (long) regionBytes - Header.CHECKED_FROM + codeBytes;
    image.putLong(region + Header.CHECKSUM, crc.getValue() | length << 32);
  }
}
