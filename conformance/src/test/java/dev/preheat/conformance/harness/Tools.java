// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import dev.preheat.testkit.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Sources of programs, and directories to work in. The build names them in system properties. */
public final class Tools {
  private Tools() {}

  /** Sources of the programs that are written by hand. */
  static Path programs() {
    return Artifacts.file("preheat.programs.directory");
  }

  /** Sources of programs that once failed. */
  static Path reproducers() {
    return Artifacts.file("preheat.reproducers.directory");
  }

  /** A new directory for one purpose; what an earlier build left in it is gone. */
  public static Path workDirectory(String name) throws IOException {
    Path directory = Path.of(System.getProperty("preheat.work.directory")).resolve(name);
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(directory).toRealPath();
  }
}
