// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritePermissionTest {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.createFile(Files.createDirectory(directory.resolve("d")).resolve("a.so"));
    mode(file.getParent(), 0755);
    mode(file, 0644);
  }

  @ParameterizedTest
  @ValueSource(ints = {0400, 0600, 0644, 0664, 0775})
  void ownerAndGroupMayWrite(int mode) throws IOException {
    mode(file, mode);
    assertDoesNotThrow(this::check);
    mode(file.getParent(), mode | 0700);
    assertDoesNotThrow(this::check);
  }

  @Test
  void othersMayNotWriteTheFile() throws IOException {
    mode(file, 0666);

    assertEquals(
        file
            + ": expected nobody but owner and group to have the permission to write, found mode"
            + " 666; take it from others (chmod o-w): what they write would run with the program's"
            + " rights",
        refusal());
  }

  @Test
  void othersMayNotReplaceTheFile() throws IOException {
    mode(file.getParent(), 0777);
    assertTrue(refusal().startsWith(file.getParent() + ": expected nobody"), refusal());

    // As in /tmp: there only the owner can rename or delete a file.
    mode(file.getParent(), 01777);
    assertDoesNotThrow(this::check);
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path target = file;
    file = Files.createSymbolicLink(directory.resolve("link.so"), target);
    assertDoesNotThrow(this::check);

    mode(target.getParent(), 0777);
    assertTrue(refusal().startsWith(target.getParent().toRealPath() + ": expected nobody"));
  }

  @Test
  void aFileThatIsGoneIsNamed() throws IOException {
    Files.delete(file);

    assertEquals(
        file
            + ": expected an image with permissions, found java.nio.file.NoSuchFileException: "
            + file
            + "; see that it can be read",
        refusal());
  }

  private void check() {
    WritePermission.check(file.toString());
  }

  private String refusal() {
    return assertThrows(Refusal.class, this::check).getMessage();
  }

  private static void mode(Path path, int mode) throws IOException {
    Files.setAttribute(path, "unix:mode", mode);
  }
}
