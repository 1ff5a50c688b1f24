// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path directory;

  @Test
  void replacesAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "a long text that was there before");
    AtomicFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {'n', 'e', 'w'})));

    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void writesTextInUtf8() throws IOException {
    Path file = directory.resolve("a");
    AtomicFile.write(file, "\u00e9 \ud83d\ude00\n");

    assertEquals("\u00e9 \ud83d\ude00\n", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void leavesEverythingAsItWasWhenItFails() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "before");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      channel.write(ByteBuffer.wrap(new byte[] {1}));
                      throw new IOException("half-way");
                    }));

    assertEquals("half-way", thrown.getMessage());
    assertEquals("before", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
