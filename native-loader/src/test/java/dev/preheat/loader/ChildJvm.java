// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM of its own, with the options that the loader's jar asks for. */
public final class ChildJvm {

  /**
   * What a JVM did.
   *
   * @param out its standard output
   * @param err its standard error, without what the JVM itself says about its options
   */
  public record Result(int exitCode, String out, String err) {}

  private static final int MINUTES = 2;

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private String java = ProcessHandle.current().info().command().orElseThrow();
  private String classPath = System.getProperty("java.class.path");

  /** This JDK with the loader's options. */
  public static ChildJvm withOptions() throws IOException {
    return bare().options(loaderOptions());
  }

  /** This JDK without any option. */
  public static ChildJvm bare() {
    return new ChildJvm();
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

  /** Sets an environment variable. */
  ChildJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Takes another JDK. */
  ChildJvm java(String command) {
    java = command;
    return this;
  }

  /** Takes another class path. */
  public ChildJvm classPath(String path) {
    classPath = path;
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
    return run(Main.class.getName(), all);
  }

  /** Runs a main class. */
  public Result run(String main, List<String> arguments) throws IOException {
    List<String> command = command(main, arguments);
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      builder.environment().keySet().removeIf(name -> name.startsWith("PREHEAT_"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running: " + command);
      }
      return new Result(process.exitValue(), text(out), text(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** What starts a main class. */
  List<String> command(String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    return command;
  }

  /** The options in the loader's jar. */
  static List<String> loaderOptions() throws IOException {
    try (var in = Main.class.getResourceAsStream("/META-INF/preheat/jvm-options")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Names of the classes that a JVM loaded, from the log that {@code -Xlog:class+load} writes. */
  static List<String> loadedClasses(Path log) throws IOException {
    Pattern line = Pattern.compile("\\] (\\S+) source: ");
    return Files.readString(log)
        .lines()
        .map(line::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
