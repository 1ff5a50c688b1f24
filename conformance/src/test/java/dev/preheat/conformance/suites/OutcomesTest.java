// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesTest {
  @TempDir private Path directory;

  @Test
  void readsWhatTheRunnerWrote() throws IOException {
    Path file = Files.write(directory.resolve("a"), List.of("[a]\tsucceeded", "[b]\tfailed: 7"));

    assertEquals(Map.of("[a]", "succeeded", "[b]", "failed: 7"), Outcomes.read(file).byId());
  }

  @Test
  void takesOutWhatDiffersInEveryJvm() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a"), "[a]\tfailed: A@1b2c3d4 A$$Lambda/0x00007f0123456789@7 12@x\n");

    assertEquals(Map.of("[a]", "failed: A@... A$$Lambda@...@... 12@x"), Outcomes.read(file).byId());
  }

  @Test
  void aRunThatDiedHasNone() throws IOException {
    assertEquals(Map.of(), Outcomes.read(directory.resolve("none")).byId());
  }
}
