// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of traces. Each JVM writes a file of its own there, named {@code <pid>-<start
 * millis>.trace}, so that forks do not disturb each other.
 *
 * @param path which need not exist
 */
public record TraceDirectory(Path path) {
  private static final String SUFFIX = ".trace";

  /**
   * The traces, sorted by name; none where there is no such directory.
   *
   * @throws IOException if the directory cannot be read
   */
  public List<Path> traces() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /**
   * Deletes the traces of JVMs that started before an instant. A trace whose name does not say when
   * its JVM started is not ours to delete.
   *
   * @return how many there were
   * @throws IOException if one cannot be deleted
   */
  public int deleteStartedBefore(Instant instant) throws IOException {
    long millis = instant.toEpochMilli();
    int deleted = 0;
    for (Path trace : traces()) {
      if (startMillis(trace) < millis) {
        Files.delete(trace);
        deleted++;
      }
    }
    return deleted;
  }

  /** When the JVM that wrote a trace started, in milliseconds since the epoch. */
  private static long startMillis(Path trace) {
    String name = trace.getFileName().toString();
    String digits = name.substring(name.indexOf('-') + 1, name.length() - SUFFIX.length());
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() < 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(digits) : Long.MAX_VALUE;
  }
}
