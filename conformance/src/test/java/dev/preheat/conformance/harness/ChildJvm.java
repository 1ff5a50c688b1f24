// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One JVM, run to its end.
 *
 * @param name of the files with what it prints, in {@code directory}
 * @param directory it works in
 * @param options of the JVM
 * @param classPath in order
 * @param arguments main class and what follows
 */
public record ChildJvm(
    String name,
    Path directory,
    List<String> options,
    List<Path> classPath,
    List<String> arguments) {

  /** After that long nothing will come any more, on the slowest machine. */
  private static final Duration HANGS_AFTER = Duration.ofMinutes(60);

  /** What became of a JVM. */
  public record Outcome(int exitCode, String output, String errors) {}

  public ChildJvm {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException if it does not end
   */
  public Outcome run() throws IOException, InterruptedException {
    return run(HANGS_AFTER)
        .orElseThrow(() -> new IllegalStateException("hangs: " + name + " in " + directory));
  }

  /**
   * Runs it, and ends it with all that it started if it takes longer.
   *
   * @return empty if it was ended
   */
  public Optional<Outcome> run(Duration longest) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Tools.java().toString());
    command.addAll(options);
    command.add("-cp");
    command.add(joined(classPath));
    command.addAll(arguments);
    Path output = directory.resolve(name + ".out");
    Path errors = directory.resolve(name + ".err");
    Files.writeString(directory.resolve(name + ".command"), String.join("\n", command) + "\n");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        return Optional.empty();
      }
    } finally {
      process.destroyForcibly();
    }
    return Optional.of(new Outcome(process.exitValue(), read(output), read(errors)));
  }

  static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A JVM may print bytes that are no text. */
  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
