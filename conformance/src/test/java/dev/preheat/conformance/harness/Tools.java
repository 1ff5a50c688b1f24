package dev.preheat.conformance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is under test, as files. The build names them in system properties. */
final class Tools {
  private Tools() {}

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  static Path agentJar() {
    return file("preheat.agent.jar");
  }

  static Path compilerJar() {
    return file("preheat.compiler.jar");
  }

  static Path formatJar() {
    return file("preheat.format.jar");
  }

  static Path loaderJar() {
    return file("preheat.loader.jar");
  }

  static List<Path> graalJars() throws IOException {
    try (Stream<Path> jars = Files.list(file("preheat.graal.directory"))) {
      return jars.sorted().toList();
    }
  }

  /** Sources of the programs that are written by hand. */
  static Path programs() {
    return file("preheat.programs.directory");
  }

  /** Sources of programs that once failed. */
  static Path reproducers() {
    return file("preheat.reproducers.directory");
  }

  /** A new directory for one purpose; what an earlier build left in it is gone. */
  static Path workDirectory(String name) throws IOException {
    Path directory = Path.of(System.getProperty("preheat.work.directory")).resolve(name);
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(directory).toRealPath();
  }

  private static Path file(String property) {
    String value = System.getProperty(property);
    if (value == null || !Files.exists(Path.of(value))) {
      throw new IllegalStateException(
          property + " names no file: " + value + "; run the tests with mvn verify");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
