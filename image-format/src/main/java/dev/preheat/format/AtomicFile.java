// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that appears whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What a file is to hold. */
  public interface Content {
    /**
     * Writes the bytes, from the channel's start.
     *
     * @param channel open for reading and writing, empty; closed by the caller
     * @throws IOException if the bytes cannot be made or written; no file appears then
     */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Writes to a temporary file in the same directory, forces it to the disk and moves it to its
   * place, where it replaces a file of that name. Directories that are missing are made.
   *
   * @throws IOException if the file cannot be written; what was there before is still there
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path temporary = target.resolveSibling(temporaryName(target));
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes a text, in UTF-8, in the same way.
   *
   * @throws IOException if the file cannot be written; what was there before is still there
   */
  public static void write(Path file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    write(
        file,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /**
   * Unique as far as it has to be: a second file of that name would fail. Neither random numbers
   * nor the process id, which cost a JVM that is going down milliseconds.
   */
  private static String temporaryName(Path target) {
    return "."
        + target.getFileName()
        + '.'
        + Thread.currentThread().getId()
        + '-'
        + Long.toHexString(System.nanoTime())
        + ".tmp";
  }
}
