// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.jdks;

import dev.preheat.conformance.harness.Tools;
import dev.preheat.testkit.LoaderReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sample, as one JDK has built it.
 *
 * @param jdk that made the image
 * @param project its directory
 * @param arguments lines of its args file
 */
record Sample(JdkHome jdk, Path project, List<String> arguments) {
  private static final String CLASS_PATH = "-cp";
  private static final String CACHE = "-XX:AOTCache=";
  private static final String REPORT = "report.json";
  private static final long HANGS_AFTER_MINUTES = 30;

  /** The loader's jars come first on the class path. */
  private static final String LOADER = "preheat-";

  Sample {
    arguments = List.copyOf(arguments);
  }

  /**
   * A run of it.
   *
   * @param output what it printed
   * @param errors lines on standard error
   * @param files what it wrote, and how much of it there is
   * @param report the loader's, null where there is none
   */
  record Run(
      int exitCode, String output, List<String> errors, List<String> files, LoaderReport report) {}

  /** What a JDK has built. */
  static Sample of(JdkHome jdk, Path projects) throws IOException {
    Path project = projects.resolve(jdk.name());
    try (Stream<Path> files = Files.list(project.resolve("target"))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".args")).toList();
      if (found.size() != 1) {
        throw new IllegalStateException("not one args file in " + project + ": " + found);
      }
      List<String> lines = Files.readAllLines(found.get(0));
      if (lines.stream().noneMatch(line -> line.startsWith(CACHE))) {
        throw new IllegalStateException("no AOT cache in " + found.get(0));
      }
      return new Sample(jdk, project, lines);
    }
  }

  /** Runs it as it was built, all methods being installed before it starts. */
  Run withImage(JdkHome by) throws IOException, InterruptedException {
    return run(by, "image", reporting(arguments));
  }

  /** The same without the AOT cache, of which other JVMs have to say something, too. */
  Run withImageOnly(JdkHome by) throws IOException, InterruptedException {
    return run(
        by,
        "image-only",
        reporting(arguments.stream().filter(line -> !line.startsWith(CACHE)).toList()));
  }

  /** Runs it without anything of Preheat. */
  Run plain(JdkHome by) throws IOException, InterruptedException {
    int at = arguments.indexOf(CLASS_PATH);
    List<String> own =
        Stream.of(arguments.get(at + 1).replace("\"", "").split(File.pathSeparator, -1))
            .dropWhile(jar -> Path.of(jar).getFileName().toString().startsWith(LOADER))
            .toList();
    return run(
        by,
        "plain",
        List.of(CLASS_PATH, String.join(File.pathSeparator, own), arguments.get(at + 3)));
  }

  private static List<String> reporting(List<String> lines) {
    List<String> all =
        new ArrayList<>(List.of("-Dpreheat.install=before-main", "-Dpreheat.report=" + REPORT));
    all.addAll(lines);
    return all;
  }

  private Run run(JdkHome by, String name, List<String> lines)
      throws IOException, InterruptedException {
    Path work = Tools.workDirectory("jdks-runs/" + jdk.name() + "/" + by.name() + "/" + name);
    Files.write(work.resolve("run.args"), lines);
    List<String> command =
        List.of(
            by.java().toString(),
            "@run.args",
            "build",
            project.resolve("site").toString(),
            "--output",
            "public",
            "-q",
            "--digest");
    Path output = work.resolve("stdout");
    Path errors = work.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(HANGS_AFTER_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("hangs: " + command + " in " + work);
      }
    } finally {
      process.destroyForcibly();
    }
    Path report = work.resolve(REPORT);
    return new Run(
        process.exitValue(),
        new String(Files.readAllBytes(output), StandardCharsets.UTF_8),
        Files.readAllLines(errors),
        written(work.resolve("public")),
        Files.exists(report) ? LoaderReport.read(report) : null);
  }

  private static List<String> written(Path directory) throws IOException {
    List<String> written = new ArrayList<>();
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          written.add(directory.relativize(file) + " " + Files.size(file));
        }
      }
    }
    return written;
  }
}
