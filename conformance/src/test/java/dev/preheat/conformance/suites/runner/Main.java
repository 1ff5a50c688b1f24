// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a jar, in the order of their classes' names. */
public final class Main {
  private static final String CLASS = ".class";

  private Main() {}

  /**
   * Runs tests.
   *
   * @param arguments the jar with the tests; a regular expression for the dotted names of their
   *     classes; the file for their outcomes
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Pattern names = Pattern.compile(arguments[1]);
    Outcomes outcomes = new Outcomes();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(classes(jar, names).stream().map(DiscoverySelectors::selectClass).toList())
            .build();
    LauncherFactory.create().execute(request, outcomes);
    Files.write(Path.of(arguments[2]), outcomes.lines());
    // Some tests leave threads behind that never end.
    System.exit(0);
  }

  private static List<String> classes(Path jar, Pattern names) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(CLASS))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .filter(name -> names.matcher(name).matches())
          .sorted()
          .toList();
    }
  }
}
