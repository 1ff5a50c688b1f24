// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Copies a project once for each JDK that makes an image of it: {@code Main PROJECT DIRECTORY
 * HOMES}. The copy says in its test.properties, which maven-invoker-plugin reads, which JDK it is.
 */
public final class Main {
  private static final String BUILT = "target";

  private Main() {}

  /** See above. */
  public static void main(String[] arguments) throws IOException {
    try {
      copies(
          Path.of(arguments[0]).toRealPath(),
          Files.createDirectories(Path.of(arguments[1])).toRealPath(),
          JdkHome.list(arguments[2]));
    } catch (IllegalArgumentException e) {
      System.err.println("-Djdks: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void copies(Path project, Path directory, List<JdkHome> jdks) throws IOException {
    for (JdkHome jdk : jdks) {
      if (jdk.makesImages()) {
        Path copy = directory.resolve(jdk.name());
        copy(project, copy);
        Properties properties = new Properties();
        properties.setProperty("preheat.jdk", jdk.home().toString());
        try (var file = Files.newBufferedWriter(copy.resolve("test.properties"))) {
          properties.store(file, null);
        }
      }
    }
  }

  private static void copy(Path project, Path copy) throws IOException {
    for (Path file : files(project)) {
      Path target = copy.resolve(project.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(target);
      Files.copy(file, target);
    }
  }

  private static List<Path> files(Path project) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(project)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(project.resolve(BUILT)))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }
}
