// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.format.contract.LoaderOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a project that Preheat has built is started: what its file of arguments says.
 *
 * @param file the file of arguments, which names the image and the AOT cache made with it
 * @param arguments in that file
 * @param image the image
 * @param options of the JVM, as in the file, without the class path
 * @param classPath the program's own, without Preheat's loader
 * @param mainClass the program's own
 */
public record Launch(
    Path file,
    List<String> arguments,
    Path image,
    List<String> options,
    List<Path> classPath,
    String mainClass) {

  private static final String SUFFIX = ".args";
  private static final String AOT_CACHE = "-XX:AOTCache=";
  private static final String IMAGE = LoaderOption.definition(LoaderOption.IMAGE);
  private static final List<String> OF_THIS_PROGRAM =
      List.of(
          AOT_CACHE,
          IMAGE,
          LoaderOption.definition(LoaderOption.ARCHIVE),
          LoaderOption.definition(LoaderOption.CHECKSUM),
          LoaderOption.definition(LoaderOption.SHA256));
  private static final String CLASS_PATH = "-cp";

  public Launch {
    arguments = List.copyOf(arguments);
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
  }

  /**
   * Reads what {@code preheat:image} wrote into a project's build directory.
   *
   * @throws BenchmarkException if it has not run there, or made no AOT cache
   * @throws IOException if the file cannot be read
   */
  public static Launch read(Path buildDirectory) throws BenchmarkException, IOException {
    Path file = argumentFile(buildDirectory.toAbsolutePath());
    List<String> arguments = ArgumentFile.arguments(Files.readString(file));
    int at = arguments.indexOf(CLASS_PATH);
    if (at < 0 || at + 4 != arguments.size()) {
      throw new BenchmarkException(
          file + " does not end with a class path, the loader's main class and the program's");
    }
    List<String> options = arguments.subList(0, at);
    option(options, AOT_CACHE, file);
    return new Launch(
        file,
        arguments,
        Path.of(option(options, IMAGE, file)),
        options,
        programClassPath(file, arguments.get(at + 1)),
        arguments.get(at + 3));
  }

  /** The arguments without the AOT cache: the image alone. */
  public List<String> withoutAotCache() {
    return arguments.stream().filter(argument -> !argument.startsWith(AOT_CACHE)).toList();
  }

  /** The class path as {@code java} takes it. */
  public String joinedClassPath() {
    return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
  }

  /** What the file says of the JVM, for people: no paths or digests. */
  public List<String> flags() {
    return options.stream()
        .filter(option -> OF_THIS_PROGRAM.stream().noneMatch(option::startsWith))
        .toList();
  }

  private static Path argumentFile(Path buildDirectory) throws BenchmarkException, IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(buildDirectory)) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(buildDirectory, "*".concat(SUFFIX))) {
        found.forEach(files::add);
      }
    }
    if (files.size() != 1) {
      throw new BenchmarkException(
          files.size()
              + " files of arguments in "
              + buildDirectory
              + ", not 1: build the program with its native profile first");
    }
    return files.get(0);
  }

  private static String option(List<String> options, String prefix, Path file)
      throws BenchmarkException {
    return options.stream()
        .filter(option -> option.startsWith(prefix))
        .findFirst()
        .map(option -> option.substring(prefix.length()))
        .orElseThrow(
            () ->
                new BenchmarkException(
                    file
                        + " has no "
                        + prefix
                        + ": build the program with preheat.aotCache and preheat.arguments set"));
  }

  /** Preheat puts its loader in front of the program's jar. */
  private static List<Path> programClassPath(Path file, String joined) throws BenchmarkException {
    List<Path> all = List.of(joined.split(File.pathSeparator)).stream().map(Path::of).toList();
    String name = file.getFileName().toString();
    Path jar =
        file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()).concat(".jar"));
    int first = all.indexOf(jar);
    if (first < 0) {
      throw new BenchmarkException(jar + " is not on the class path in " + file);
    }
    return all.subList(first, all.size());
  }
}
