// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.testkit;

import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.CompilerProcess;
import dev.preheat.format.contract.JvmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is under test, as files: the jars that users get. The build names them in system properties.
 */
public final class Artifacts {
  /** Measured: 134 and 1,200 methods take half of the processor time, 15,000 as much. */
  private static final int FEW_METHODS = 4_000;

  private Artifacts() {}

  /** What starts the JVM of the JDK that runs the tests. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The trace agent. */
  public static Path agentJar() {
    return file("preheat.agent.jar");
  }

  /** The compiler, without what it needs. */
  public static Path compilerJar() {
    return file("preheat.compiler.jar");
  }

  /** The compiler, and what it needs besides Graal. */
  public static List<Path> compilerPath() {
    return List.of(compilerJar(), file("preheat.hotspot.jar"), file("preheat.format.jar"));
  }

  /** The loader, which stands first on every class path. */
  public static Path loaderJar() {
    return file("preheat.loader.jar");
  }

  /** Where the jars of Graal are. */
  public static Path graal() {
    return file("preheat.graal.directory");
  }

  /** Options of a JVM that is to be traced. */
  public static List<String> tracing(Path traces) throws IOException {
    List<String> options = new ArrayList<>(jvmOptions(agentJar()));
    options.add("-javaagent:" + agentJar() + "=" + AgentOptions.of(traces));
    return options;
  }

  /**
   * Options of a JVM that runs the compiler: those of its jar, and that it checks itself. With few
   * methods, compiling Graal well takes longer than it saves; the image is the same.
   *
   * @param methods how many it compiles at most
   */
  public static List<String> compilerOptions(int methods) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(graal())) {
      jars = files.sorted().toList();
    }
    List<String> options = new ArrayList<>(jvmOptions(compilerJar()));
    options.replaceAll(
        option -> option.replace(CompilerProcess.GRAAL_MODULE_PATH, ChildJvm.joined(jars)));
    if (methods <= FEW_METHODS) {
      options.add(CompilerProcess.FOR_FEW_METHODS);
    }
    options.add("-Dpreheat.check.graphs=true");
    return options;
  }

  /** The options that a JVM needs for what a jar of ours does in it, as the jar itself says. */
  public static List<String> jvmOptions(Path jar) throws IOException {
    return JvmOptions.read(jar);
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
