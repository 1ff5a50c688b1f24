// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.JvmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is under test, as files. The build names them in system properties. */
public final class Tools {
  private Tools() {}

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Options of a JVM that is to be traced. */
  public static List<String> tracing(Path traces) throws IOException {
    Path agent = file("preheat.agent.jar");
    List<String> options = new ArrayList<>(jvmOptions(agent));
    options.add("-javaagent:" + agent + "=" + AgentOptions.of(traces));
    return options;
  }

  static Path compilerJar() {
    return file("preheat.compiler.jar");
  }

  /** What the compiler needs besides Graal. */
  static List<Path> libraryJars() {
    return List.of(file("preheat.hotspot.jar"), file("preheat.format.jar"));
  }

  /** The loader, which stands first on every class path. */
  public static Path loaderJar() {
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

  /** The options that a JVM needs for what a jar of ours does in it, as the jar itself says. */
  public static List<String> jvmOptions(Path jar) throws IOException {
    return JvmOptions.read(jar);
  }

  /** A new directory for one purpose; what an earlier build left in it is gone. */
  public static Path workDirectory(String name) throws IOException {
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

  /** What a system property names. */
  public static Path file(String property) {
    String value = System.getProperty(property);
    if (value == null || !Files.exists(Path.of(value))) {
      throw new IllegalStateException(
          property + " names no file: " + value + "; run the tests with mvn verify");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
