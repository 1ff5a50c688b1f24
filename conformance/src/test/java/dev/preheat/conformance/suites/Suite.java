// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import dev.preheat.testkit.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The tests of a library, as the library published them.
 *
 * @param name of the suite
 * @param jar with the tests
 * @param classes regular expression for the dotted names of classes with tests
 * @param options of the JVM that the tests need
 * @param minimumInvocations how often a method must have run to be compiled
 * @param classPath in order
 */
record Suite(
    String name,
    Path jar,
    String classes,
    List<String> options,
    int minimumInvocations,
    List<Path> classPath) {
  private static final String TESTS = "-tests.jar";

  Suite {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
  }

  /** Those that the build has fetched and asks for. */
  static List<Suite> requested() throws IOException {
    List<Suite> suites = new ArrayList<>();
    for (String name : System.getProperty("preheat.suites").split(",", -1)) {
      suites.add(read(name.strip()));
    }
    return suites;
  }

  private static Suite read(String name) throws IOException {
    Properties properties = new Properties();
    Path file = Artifacts.file("preheat.suites.definitions").resolve(name + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    List<Path> library =
        jars(
            Artifacts.file("preheat.suites.jars").resolve(properties.getProperty("library", name)));
    Path tests =
        library.stream()
            .filter(jar -> jar.toString().endsWith(TESTS))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no jar with tests of " + name));
    List<Path> classPath = new ArrayList<>(List.of(Artifacts.file("preheat.suites.runner")));
    classPath.addAll(jars(Artifacts.file("preheat.suites.jars").resolve("junit")));
    classPath.addAll(library);
    return new Suite(
        name,
        tests,
        properties.getProperty("classes"),
        Arrays.stream(properties.getProperty("options", "").split(" ", -1))
            .filter(option -> !option.isEmpty())
            .toList(),
        Integer.parseInt(properties.getProperty("minimumInvocations", "1")),
        classPath);
  }

  /** Unpacks the jar with the tests. */
  void unpack(Path directory) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(each -> !each.isDirectory()).toList()) {
        Path unpacked = directory.resolve(entry.getName()).normalize();
        Files.createDirectories(unpacked.getParent());
        try (InputStream input = file.getInputStream(entry)) {
          Files.copy(input, unpacked);
        }
      }
    }
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> jars = Files.list(directory)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
