package dev.preheat.format.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The two parts of an image, read from its file; nothing but their place is checked. */
record ImageBytes(byte[] region, byte[] code) {

  /** The longest array that every JVM can make. */
  private static final int MAXIMUM_BYTES = Integer.MAX_VALUE - 8;

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
      return read(name, channel);
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

  private static ImageBytes read(String name, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0) {
      throw ImageFormatException.damaged(name, "it is empty");
    }
    if (size < Integer.BYTES || littleEndian(bytes(name, channel, 0, Integer.BYTES)) != ELF_MAGIC) {
      throw new ImageFormatException(
          name, "not an image: it is no ELF shared library", GIVE_THE_LIBRARY);
    }
    long regionAt = ImageLayout.REGION_FILE_OFFSET;
    if (size < regionAt + ImageHeader.FIXED_BYTES) {
      throw new ImageFormatException(
          name, "not an image: it ends before an image begins", GIVE_THE_LIBRARY);
    }
    ImageHeader header =
        ImageHeader.read(
            name,
            ByteBuffer.wrap(bytes(name, channel, regionAt, ImageHeader.FIXED_BYTES))
                .order(ByteOrder.LITTLE_ENDIAN));
    int regionSize = size(name, header.regionSize(), regionAt, size);
    int codeSize = size(name, header.codeSize(), header.codeOffset(), size);
    return new ImageBytes(
        bytes(name, channel, regionAt, regionSize),
        bytes(name, channel, header.codeOffset(), codeSize));
  }

  /** The length of a part if the file holds all of it. */
  private static int size(String name, long length, long offset, long fileSize)
      throws ImageFormatException {
    if (offset < 0 || offset > fileSize || length < 0 || length > fileSize - offset) {
      throw ImageFormatException.damaged(
          name, "it ends at " + fileSize + " bytes, before its " + length + " bytes at " + offset);
    }
    if (length > MAXIMUM_BYTES) {
      throw ImageFormatException.damaged(name, "a part of " + length + " bytes is too large");
    }
    return (int) length;
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
