// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
  @TempDir private Path directory;

  @Test
  void jarsAreCopiedAndDirectoriesStay() throws IOException {
    Path first = jar("a/x.jar", "first");
    Path second = jar("b/x.jar", "second");
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Path library = directory.resolve("lib");

    List<Path> copies = Libraries.copy(List.of(first, classes, second), library);

    assertEquals(List.of(library.resolve("x.jar"), classes, library.resolve("2-x.jar")), copies);
    assertEquals("first", Files.readString(copies.get(0)));
    assertEquals("second", Files.readString(copies.get(2)));
    try (Stream<Path> files = Files.list(library)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aChangedJarIsCopiedAnew() throws IOException {
    Path jar = jar("a/x.jar", "old");
    Path library = directory.resolve("lib");
    Libraries.copy(List.of(jar), library);
    Files.writeString(jar, "new and longer");

    assertEquals("new and longer", Files.readString(Libraries.copy(List.of(jar), library).get(0)));
  }

  private Path jar(String name, String content) throws IOException {
    Path jar = directory.resolve(name);
    Files.createDirectories(jar.getParent());
    return Files.writeString(jar, content);
  }
}
