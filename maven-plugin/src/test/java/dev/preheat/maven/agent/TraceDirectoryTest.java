// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceDirectoryTest {
  @TempDir private Path directory;

  @Test
  void aMissingDirectoryHasNoTraces() throws IOException {
    TraceDirectory missing = new TraceDirectory(directory.resolve("missing"));

    assertEquals(List.of(), missing.traces());
    assertEquals(0, missing.deleteStartedBefore(Instant.ofEpochMilli(Long.MAX_VALUE)));
  }

  @Test
  void tracesAreSortedAndOtherFilesLeftOut() throws IOException {
    create("20-1000.trace", "10-2000.trace", "notes.txt", ".10-2000.trace.tmp");

    assertEquals(List.of("10-2000.trace", "20-1000.trace"), names());
  }

  @Test
  void onlyTracesOfEarlierJvmsAreDeleted() throws IOException {
    create(
        "10-999.trace", "11-1000.trace", "12-1001.trace", "kept.trace", "1-x.trace", "notes.txt");

    int deleted = new TraceDirectory(directory).deleteStartedBefore(Instant.ofEpochMilli(1000));

    assertEquals(1, deleted);
    assertEquals(List.of("1-x.trace", "11-1000.trace", "12-1001.trace", "kept.trace"), names());
  }

  private void create(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(directory.resolve(name), "");
    }
  }

  private List<String> names() throws IOException {
    return new TraceDirectory(directory)
        .traces().stream().map(trace -> trace.getFileName().toString()).toList();
  }
}
