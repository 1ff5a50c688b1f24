package dev.preheat.conformance.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final long HANGS_AFTER_MINUTES = 60;

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
      if (!process.waitFor(HANGS_AFTER_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("hangs: " + name + " in " + directory);
      }
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), read(output), read(errors));
  }

  static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
