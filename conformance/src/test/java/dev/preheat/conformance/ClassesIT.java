// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.ClassLog;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import dev.preheat.testkit.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With the image, a JVM loads and initialises the classes that it does without, in the same order,
 * and besides only what the loader runs on.
 */
@ExtendWith(SharedCorpus.class)
class ClassesIT {
  private static final String PROGRAMS = "dev.preheat.conformance.programs.";
  private static final String PROGRAM = PROGRAMS.replace('.', '/');

  /** A report is made of classes that the program may not have. */
  private static final String NO_REPORT = "-Dpreheat.report=none";

  private static final int FEWEST_INSTALLED = 1_000;

  /** When methods are installed. */
  enum When {
    /** Before the program starts, which has nearly all of its classes from the JDK's cache. */
    BEFORE,
    /** While it runs, and may end before they are. */
    BESIDE
  }

  /** Programs whose threads load nothing at the same time. */
  @ParameterizedTest
  @CsvSource({
    "InitializationOrderProgram, BEFORE",
    "InitializationOrderProgram, BESIDE",
    "ReflectionProgram, BEFORE",
    "HandlesProgram, BEFORE",
    "HandlesProgram, BESIDE",
    "SwitchesProgram, BEFORE"
  })
  void theSameAsWithoutTheImage(String name, When when, Corpus corpus) throws Exception {
    Launch program = Launch.of(PROGRAMS + name);
    ClassLog without = log(when, when + "-without", program, corpus, "-Dpreheat.mode=off");
    ClassLog with = log(when, when + "-with", program, corpus);

    assertTrue(
        when == When.BESIDE || with.installed() >= FEWEST_INSTALLED,
        () -> "installed " + with.installed());
    check(without.loaded(), with.loaded());
    check(without.initialized(), with.initialized());
  }

  private static ClassLog log(
      When when, String label, Launch program, Corpus corpus, String... option)
      throws IOException, InterruptedException {
    Path file = corpus.sources().resolveSibling(label + ".classes");
    List<String> options = new ArrayList<>(List.of(option));
    options.add(NO_REPORT);
    options.add(ClassLog.option(file));
    String[] all = options.toArray(String[]::new);
    Run run =
        switch (when) {
          case BEFORE -> corpus.run(label, program, all);
          case BESIDE -> corpus.runBeside(label, program, all);
        };
    Difference.check(corpus.expected(program), run);
    return ClassLog.read(file);
  }

  private static void check(List<String> without, List<String> with) throws IOException {
    assertEquals(ofProgram(without), ofProgram(with));
    List<String> missing = new ArrayList<>(without);
    missing.removeAll(with);
    assertEquals(List.of(), missing, "not without the image only");
    List<String> added = new ArrayList<>(with);
    added.removeAll(without);
    for (String allowed : allowed()) {
      added.removeIf(
          allowed.endsWith("*")
              ? each -> each.startsWith(allowed.substring(0, allowed.length() - 1))
              : allowed::equals);
    }
    assertEquals(List.of(), added, "by the loader");
  }

  private static List<String> ofProgram(List<String> names) {
    return names.stream().filter(name -> name.startsWith(PROGRAM)).toList();
  }

  private static List<String> allowed() throws IOException {
    List<String> allowed = new ArrayList<>(loader());
    try (InputStream in = ClassesIT.class.getResourceAsStream("LoaderClasses.txt")) {
      allowed.addAll(lines(in));
    }
    return allowed;
  }

  /** Its own classes, and what else of the JDK it names: the list that goes into every image. */
  private static List<String> loader() throws IOException {
    try (ZipFile jar = new ZipFile(Artifacts.loaderJar().toFile());
        InputStream in = jar.getInputStream(jar.getEntry("META-INF/preheat/methods"))) {
      return lines(in).stream()
          .filter(line -> line.indexOf(' ') < 0)
          .map(line -> line.replace('.', '/'))
          .toList();
    }
  }

  private static List<String> lines(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && line.charAt(0) != '#')
        .toList();
  }
}
