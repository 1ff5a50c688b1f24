// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.elf.ElfFormatException;
import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.elf.ReadElf;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageHeader;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageSections;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The two parts of an image, read from its file; nothing but their place is checked. */
record ImageBytes(byte[] region, byte[] code) {

  private static final int ELF_MAGIC = 0x464c457f;
  private static final String GIVE_THE_LIBRARY =
      "Give the shared library that mvn package -Pnative writes.";

  static ImageBytes read(Path file) throws ImageFormatException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new ImageFormatException(name, "not an image but a directory", GIVE_THE_LIBRARY);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ImageFormatException(name, "not an image but a special file", GIVE_THE_LIBRARY);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ImageHeader header = header(name, channel);
      checkSections(name, ElfReader.read(file), header);
      return new ImageBytes(
          bytes(name, channel, ImageLayout.REGION_FILE_OFFSET, (int) header.regionSize()),
          bytes(name, channel, header.codeOffset(), (int) header.codeSize()));
    } catch (ElfFormatException e) {
      throw new ImageFormatException(e);
    } catch (ImageFormatException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ImageFormatException(
          name, "the file does not exist", "Build it with mvn package -Pnative.", e);
    } catch (IOException e) {
      throw new ImageFormatException(
          name, "the file cannot be read: " + e, "Check its permissions.", e);
    }
  }

  private static ImageHeader header(String name, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0) {
      throw ImageFormatException.damaged(name, "it is empty");
    }
    if (size < Integer.BYTES || littleEndian(bytes(name, channel, 0, Integer.BYTES)) != ELF_MAGIC) {
      throw new ImageFormatException(
          name, "not an image: it is no ELF shared library", GIVE_THE_LIBRARY);
    }
    if (size < (long) ImageLayout.REGION_FILE_OFFSET + ImageHeader.FIXED_BYTES) {
      throw new ImageFormatException(
          name, "not an image: it ends before an image begins", GIVE_THE_LIBRARY);
    }
    byte[] fixed = bytes(name, channel, ImageLayout.REGION_FILE_OFFSET, ImageHeader.FIXED_BYTES);
    return ImageHeader.read(name, ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The loader believes the header, the dynamic linker and tools the sections. */
  private static void checkSections(String name, ReadElf elf, ImageHeader header)
      throws ImageFormatException {
    checkSection(
        name,
        elf,
        ImageSections.REGION_SECTION,
        ImageLayout.REGION_FILE_OFFSET,
        header.regionSize());
    if (header.codeSize() != 0) {
      checkSection(name, elf, ImageSections.CODE_SECTION, header.codeOffset(), header.codeSize());
    }
  }

  private static void checkSection(String name, ReadElf elf, String section, long offset, long size)
      throws ImageFormatException {
    Long actual = elf.offsets().get(section);
    if (actual == null
        || actual != offset
        || elf.file().section(section).contents().remaining() != size) {
      throw ImageFormatException.damaged(
          name,
          "its header says that there are "
              + size
              + " bytes at "
              + offset
              + ", its section "
              + section
              + " does not");
    }
  }

  private static byte[] bytes(String name, FileChannel channel, long offset, int length)
      throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw ImageFormatException.damaged(name, "it became shorter while it was read");
      }
    }
    return bytes;
  }

  private static int littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
