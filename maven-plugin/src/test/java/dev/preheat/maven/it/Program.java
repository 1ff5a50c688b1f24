// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.it;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.jdk.JdkRelease;
import dev.preheat.maven.launch.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that a test project has built, and how it is started; for the scripts that verify test
 * projects. Each {@code with} gives a program that differs in one thing.
 *
 * @param jdk home of the JDK that runs it: the one that ran the project's tests
 * @param options of the JVM, as the file of arguments has them, without {@code -cp}
 * @param image that is named
 * @param classPath the loader's jar first
 * @param mainClasses the loader's and the program's
 * @param scratch a directory for reports and files of arguments
 */
public record Program(
    Path jdk,
    List<String> options,
    Path image,
    List<Path> classPath,
    List<String> mainClasses,
    Path scratch) {

  private static final String IMAGE = "-Dpreheat.image=";
  private static final String SUMMARY = "preheat: installed ";

  /**
   * How a run ended.
   *
   * @param error without the one line that sums up what was installed
   * @param report need not exist
   */
  public record Run(int exitCode, List<String> output, List<String> error, File report) {}

  /**
   * The program of a test project.
   *
   * @param project its directory, built
   * @param scratch the directory of the project that runs it
   */
  public static Program of(File project, File scratch) throws IOException {
    Path target = project.toPath().resolve("target");
    List<String> arguments =
        new ArrayList<>(ArgumentFile.arguments(Files.readString(onlyFile(target, ".args"))));
    int classPath = arguments.indexOf("-cp");
    List<String> options = new ArrayList<>();
    Path image = null;
    for (String option : arguments.subList(0, classPath)) {
      if (option.startsWith(IMAGE)) {
        image = Path.of(option.substring(IMAGE.length()));
      } else {
        options.add(option);
      }
    }
    List<Path> paths = new ArrayList<>();
    for (String path : arguments.get(classPath + 1).split(File.pathSeparator, -1)) {
      paths.add(Path.of(path));
    }
    return new Program(
        Path.of(Files.readString(target.resolve("jdk-home")).strip()),
        options,
        image,
        paths,
        arguments.subList(classPath + 2, arguments.size()),
        scratch.toPath());
  }

  /** With one more option, behind the others. */
  public Program with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new Program(jdk, more, image, classPath, mainClasses, scratch);
  }

  /** With one more option, in front of the others. */
  public Program inFront(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(0, option);
    return new Program(jdk, more, image, classPath, mainClasses, scratch);
  }

  /** Without an option that is there. */
  public Program without(String option) {
    List<String> fewer = new ArrayList<>(options);
    if (!fewer.remove(option)) {
      throw new IllegalArgumentException(option + " is none of " + options);
    }
    return new Program(jdk, fewer, image, classPath, mainClasses, scratch);
  }

  /** With another image. */
  public Program withImage(Path other) {
    return new Program(jdk, options, other, classPath, mainClasses, scratch);
  }

  /** With another jar in place of one of the class path. */
  public Program withJar(Path jar, Path other) {
    List<Path> paths = new ArrayList<>(classPath);
    paths.set(paths.indexOf(jar), other);
    return new Program(jdk, options, image, paths, mainClasses, scratch);
  }

  /** On another JDK. */
  public Program on(Path otherJdk) {
    return new Program(otherJdk, options, image, classPath, mainClasses, scratch);
  }

  /** The jar of the program itself: the first one behind the loader's. */
  public Path jar() {
    return classPath.get(1);
  }

  /** What the JDK says it is. */
  public JdkRelease release() throws IOException {
    return JdkRelease.read(jdk);
  }

  /** Runs the program with its image, installed before {@code main}. */
  public Run run(String... arguments) throws IOException, InterruptedException {
    File report = scratch.resolve("report.json").toFile();
    Files.deleteIfExists(report.toPath());
    List<String> all = new ArrayList<>(options);
    all.add("-Dpreheat.install=before-main");
    all.add("-Dpreheat.report=" + report);
    all.add(IMAGE + image);
    all.add("-cp");
    all.add(joined(classPath));
    all.addAll(mainClasses);
    return start(all, report, arguments);
  }

  /** Runs the program without Preheat, interpreted: what it prints is what it has to print. */
  public List<String> expected(String... arguments) throws IOException, InterruptedException {
    List<Path> own = classPath.subList(1, classPath.size());
    List<String> all = new ArrayList<>();
    all.add("-Xint");
    all.add("-cp");
    all.add(joined(own));
    all.add(mainClasses.get(1));
    Run run = start(all, null, arguments);
    if (run.exitCode() != 0 || !run.error().isEmpty()) {
      throw new IOException("the program does not even run by itself: " + run);
    }
    return run.output();
  }

  private Run start(List<String> jvmArguments, File report, String... arguments)
      throws IOException, InterruptedException {
    Path file = scratch.resolve("run.args");
    AtomicFile.write(file, ArgumentFile.text(jvmArguments));
    List<String> command = new ArrayList<>();
    command.add(Jdk.at(jdk).java().toString());
    command.add("@" + file);
    command.addAll(List.of(arguments));
    List<String> output = new ArrayList<>();
    List<String> error = new ArrayList<>();
    ChildJvm.Outcome outcome =
        ChildJvm.run(new ChildJvm.Command(command, scratch), output::add, error::add);
    error.removeIf(line -> line.startsWith(SUMMARY));
    return new Run(outcome.exitCode(), output, error, report);
  }

  private static String joined(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  private static Path onlyFile(Path directory, String suffix) throws IOException {
    try (var files = Files.list(directory)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).toList();
      if (found.size() != 1) {
        throw new IOException("not one file *" + suffix + " in " + directory + ": " + found);
      }
      return found.get(0);
    }
  }
}
