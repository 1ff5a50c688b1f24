// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** Writes a shared object. The same model gives the same bytes. */
public final class ElfWriter {
  private final FileChannel channel;
  private final MessageDigest digest = BuildId.newDigest();
  private long position;

  private ElfWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Writes a file that appears whole or not at all. Contents of sections are not copied.
   *
   * @throws IllegalArgumentException if the file would be larger than 2 GiB
   * @throws IOException if it cannot be written
   */
  public static void write(ElfFile file, Path path) throws IOException {
    List<ElfLayout.Piece> pieces = ElfLayout.of(file);
    int buildIdOffset = ElfLayout.buildIdOffset(file);
    AtomicFile.write(path, channel -> new ElfWriter(channel).write(pieces, buildIdOffset));
  }

  private void write(List<ElfLayout.Piece> pieces, int buildIdOffset) throws IOException {
    for (ElfLayout.Piece piece : pieces) {
      append(ByteBuffer.allocate(Math.toIntExact(piece.offset() - position)));
      append(piece.contents());
    }
    ByteBuffer buildId = ByteBuffer.wrap(digest.digest(), 0, BuildId.SIZE);
    long offset = buildIdOffset;
    while (buildId.hasRemaining()) {
      offset += channel.write(buildId, offset);
    }
  }

  private void append(ByteBuffer bytes) throws IOException {
    position += bytes.remaining();
    digest.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
