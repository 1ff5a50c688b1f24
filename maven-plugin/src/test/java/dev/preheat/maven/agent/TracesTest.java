// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
  @TempDir private Path directory;

  @Test
  void testsThenRunsThenOtherDirectoriesEachTraceOnce() throws IOException {
    Path test = file("traces/1-1.trace");
    Path secondRun = file("runs/b/1-1.trace");
    Path firstRun = file("runs/a/2-1.trace");
    Path other = file("other/3-1.trace");

    List<Path> traces =
        Traces.of(
            directory.resolve("traces"),
            directory.resolve("runs"),
            List.of(
                directory.resolve("other"),
                directory.resolve("missing"),
                directory.resolve("other/../traces")));

    assertEquals(List.of(test, firstRun, secondRun, other), traces);
  }

  @Test
  void nothingThereIsNoTrace() throws IOException {
    assertEquals(
        List.of(), Traces.of(directory.resolve("traces"), directory.resolve("runs"), List.of()));
  }

  @Test
  void classesAreFoundAtAnyDepth() throws IOException {
    assertFalse(Traces.hasClasses(directory.resolve("classes")));
    file("classes/a/readme.txt");
    assertFalse(Traces.hasClasses(directory.resolve("classes")));
    file("classes/a/b/C.class");
    assertTrue(Traces.hasClasses(directory.resolve("classes")));
  }

  private Path file(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }
}
