// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.testkit;

import dev.preheat.format.contract.LoaderOption;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own, of the JDK that runs the tests: it is described, then run to its end. */
public final class ChildJvm {

  /**
   * What became of a JVM.
   *
   * @param out its standard output
   * @param err its standard error
   */
  public record Result(int exitCode, String out, String err) {}

  /** The class that starts a program with its image. */
  public static final String LOADER = LoaderOption.MAIN;

  /** After that long nothing will come any more, on the slowest machine. */
  private static final Duration HANGS_AFTER = Duration.ofMinutes(60);

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private List<String> words = List.of();
  private String java = Artifacts.java().toString();
  private String classPath = System.getProperty("java.class.path");

  /** Where it works and prints, null for where the tests work and files that go again. */
  private Path directory;

  private String name = "jvm";

  private ChildJvm() {}

  /** A JVM without any option. */
  public static ChildJvm bare() {
    return new ChildJvm();
  }

  /** A JVM with the options that the loader's jar asks for. */
  public static ChildJvm withOptions() throws IOException {
    return bare().options(loaderOptions());
  }

  /** The options that the loader's jar asks for. */
  public static List<String> loaderOptions() throws IOException {
    return Artifacts.jvmOptions(Artifacts.loaderJar());
  }

  /**
   * Has it work in a directory, where what it prints is kept.
   *
   * @param fileName without ending: of its output ({@code .out}), its errors ({@code .err}), and
   *     what started it ({@code .command})
   */
  public ChildJvm in(Path workDirectory, String fileName) {
    directory = workDirectory;
    name = fileName;
    return this;
  }

  /** Adds options. */
  public ChildJvm options(List<String> more) {
    options.addAll(more);
    return this;
  }

  /** Adds an option. */
  public ChildJvm option(String option) {
    options.add(option);
    return this;
  }

  /** Adds the trace agent. */
  public ChildJvm agent(Object agentOptions) {
    return option("-javaagent:" + Artifacts.agentJar() + "=" + agentOptions);
  }

  /** Sets an environment variable. Those of Preheat are not handed on. */
  public ChildJvm environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Takes another JDK. */
  public ChildJvm java(String command) {
    java = command;
    return this;
  }

  /** Takes another class path than that of the tests. */
  public ChildJvm classPath(String path) {
    classPath = path;
    return this;
  }

  /** Takes another class path than that of the tests. */
  public ChildJvm classPath(List<Path> path) {
    return classPath(joined(path));
  }

  /** Says what it is to run: main class and arguments, or options that end it. */
  public ChildJvm program(List<String> mainAndArguments) {
    words = List.copyOf(mainAndArguments);
    return this;
  }

  /** Runs a program through the loader. */
  public Result runMain(Class<?> program, String... arguments) throws IOException {
    return runMain(program.getName(), arguments);
  }

  /** Runs a program through the loader. */
  public Result runMain(String program, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(program));
    all.addAll(List.of(arguments));
    return run(LOADER, all);
  }

  /** Runs a main class. */
  public Result run(String main, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(main));
    all.addAll(arguments);
    return program(all).run();
  }

  /**
   * Runs what it was told to.
   *
   * @throws IllegalStateException if it does not end
   */
  public Result run() throws IOException {
    return run(HANGS_AFTER)
        .orElseThrow(() -> new IllegalStateException("hangs: " + String.join(" ", command())));
  }

  /**
   * Runs what it was told to, and ends it with all that it started if that takes longer.
   *
   * @return empty if it was ended
   */
  public Optional<Result> run(Duration longest) throws IOException {
    if (directory != null) {
      Files.writeString(file(directory, "command"), String.join("\n", command()) + "\n");
      return run(directory, longest);
    }
    Path scratch = Files.createTempDirectory("jvm");
    try {
      return run(scratch, longest);
    } finally {
      Files.deleteIfExists(file(scratch, "out"));
      Files.deleteIfExists(file(scratch, "err"));
      Files.delete(scratch);
    }
  }

  private Optional<Result> run(Path printed, Duration longest) throws IOException {
    Process process = start(printed);
    try {
      process.getOutputStream().close();
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
    return Optional.of(
        new Result(process.exitValue(), text(file(printed, "out")), text(file(printed, "err"))));
  }

  /** Starts what it was told to, with a pipe to its standard input. It has a directory. */
  public Process start() throws IOException {
    return start(directory);
  }

  private Process start(Path printed) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectOutput(file(printed, "out").toFile())
            .redirectError(file(printed, "err").toFile());
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    builder.environment().keySet().removeIf(LoaderOption.Variable::isOurs);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What starts it. */
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(words);
    return command;
  }

  private Path file(Path printed, String ending) {
    return printed.resolve(name + "." + ending);
  }

  /** A class path as the JVM wants it. */
  public static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A JVM may print bytes that are no text. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
