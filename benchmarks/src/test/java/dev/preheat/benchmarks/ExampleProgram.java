// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tests of the benchmark run; its first argument says what it does. */
final class ExampleProgram {
  private ExampleProgram() {}

  /** Writes a file into the working directory, and to both streams. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Files.createDirectories(Path.of("pages")).resolve("index"), "page");
    switch (arguments[0]) {
      case "work", "refused" -> System.out.println("worked");
      case "differ" -> System.out.println("image " + System.getProperty("preheat.image"));
      case "fail" -> {
        System.err.println("cannot go on");
        System.exit(3);
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }
}
