// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, of the JDK that runs the tests. */
final class ChildJvm {
  /** What became of it. */
  record Result(int exitCode, String output, String errors) {}

  private final Path directory;
  private final List<String> options = new ArrayList<>();

  /** Its working directory is there already. */
  ChildJvm(Path directory) {
    this.directory = directory;
  }

  static Path agentJar() {
    return Path.of(System.getProperty("preheat.agent.jar"));
  }

  /** A jar that programs under test bring along. */
  static Path companion(String name) {
    return Path.of(System.getProperty("preheat.companions"), name + ".jar");
  }

  ChildJvm agent(Object agentOptions) {
    return option("-javaagent:" + agentJar() + "=" + agentOptions);
  }

  ChildJvm option(String option) {
    options.add(option);
    return this;
  }

  /** Runs it to its end. */
  Result run(String mainClass, Path... classPath) throws IOException, InterruptedException {
    Process process = start(mainClass, classPath);
    process.getOutputStream().close();
    int exitCode = process.waitFor();
    return new Result(exitCode, read("out"), read("err"));
  }

  /** Starts it, with a pipe to its standard input. */
  Process start(String mainClass, Path... classPath) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    List<String> elements = new ArrayList<>();
    for (Path element : classPath) {
      elements.add(element.toString());
    }
    command.add(String.join(File.pathSeparator, elements));
    command.add(mainClass);
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
  }
}
