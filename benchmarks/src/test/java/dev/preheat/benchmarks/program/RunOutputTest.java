// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutputTest {
  @TempDir private Path directory;
  private RunOutput expected;
  private RunOutput actual;

  @BeforeEach
  void writeTheSameTwice() throws IOException {
    for (String name : new String[] {"expected", "actual"}) {
      Path files = Files.createDirectories(directory.resolve(name).resolve("files/deep"));
      Files.writeString(files.resolve("page"), "same");
      Files.writeString(directory.resolve(name).resolve("stdout"), "text");
    }
    expected = new RunOutput(directory.resolve("expected"));
    actual = new RunOutput(directory.resolve("actual"));
  }

  @Test
  void theSameFilesAreNoDifference() throws IOException {
    assertEquals(Optional.empty(), expected.difference(actual, Set.of()));
    assertEquals(2, actual.count());
  }

  @Test
  void aByteIsADifference() throws IOException {
    Files.writeString(directory.resolve("actual/files/deep/page"), "samE");

    assertEquals(
        Optional.of("files/deep/page differs from byte 3 on"),
        expected.difference(actual, Set.of()));
  }

  @Test
  void aFileThatMayDifferIsNoDifference() throws IOException {
    Files.writeString(directory.resolve("actual/stdout"), "other");

    assertEquals(Optional.empty(), expected.difference(actual, Set.of(Path.of("stdout"))));
    assertEquals(
        Optional.of("stdout differs from byte 0 on"),
        expected.difference(actual, Set.of(Path.of("files"))));
  }

  @Test
  void aFileMoreOrLessIsADifference() throws IOException {
    Files.createFile(directory.resolve("actual/files/more"));
    assertEquals(Optional.of("files/more is not expected"), expected.difference(actual, Set.of()));

    Files.delete(directory.resolve("actual/files/deep/page"));
    assertEquals(Optional.of("files/deep/page is missing"), expected.difference(actual, Set.of()));
  }

  @Test
  void isDeletedWithAllDirectories() throws IOException {
    actual.delete();

    assertFalse(Files.exists(directory.resolve("actual")));
  }
}
