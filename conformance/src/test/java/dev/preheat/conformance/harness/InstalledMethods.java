// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.testkit.LoaderReport;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that methods of a program ran from the image. */
public final class InstalledMethods {
  private static final double HIGHEST_SHARE_OF_INVALIDATED = 0.7;
  private static final double HIGHEST_SHARE_OF_MISSING = 0.15;

  private InstalledMethods() {}

  /**
   * Every method of the program was installed before it started, or waits for a class of the JDK
   * that has not been loaded. One that the JVM invalidated later has run, too.
   */
  public static void checkAll(Corpus corpus, Launch program, LoaderReport report) {
    checkNoneRejected(corpus, report);
    checkAllOf(corpus, program, report);
  }

  /** The same, whatever became of other programs of the corpus. */
  public static void checkAllOf(Corpus corpus, Launch program, LoaderReport report) {
    SortedSet<String> compiled = new TreeSet<>(corpus.image().compiled());
    compiled.removeIf(name -> !isOf(program, name));
    assertFalse(compiled.isEmpty(), "nothing of the program is in the image");
    SortedMap<String, String> missing = new TreeMap<>(report.missing());
    missing.keySet().retainAll(compiled);
    missing
        .values()
        .removeIf(
            why ->
                why.matches("class not (loaded|initialised) (java|jdk|sun)\\..*")
                    || isBrokenByLateClass(why));
    SortedSet<String> invalidated = new TreeSet<>(report.invalidated());
    invalidated.retainAll(compiled);

    assertEquals(Map.of(), missing);
    assertTrue(
        invalidated.size() <= HIGHEST_SHARE_OF_INVALIDATED * compiled.size(),
        () -> invalidated.size() + " of " + compiled.size() + " invalidated: " + invalidated);
  }

  /**
   * Nearly every method of the program was installed before it started: the JVM may have compiled
   * some itself, or loaded classes that others do not expect.
   */
  public static void checkMost(Corpus corpus, Launch program, LoaderReport report) {
    SortedSet<String> compiled = new TreeSet<>(corpus.image().compiled());
    compiled.removeIf(name -> !isOf(program, name));
    SortedMap<String, String> missing = new TreeMap<>(report.missing());
    missing.keySet().retainAll(compiled);
    assertTrue(
        missing.size() < HIGHEST_SHARE_OF_MISSING * compiled.size(),
        () -> missing.size() + " of " + compiled.size() + " missing: " + missing);
  }

  /** The loader wanted every method whose class it found. */
  public static void checkNoneRejected(Corpus corpus, LoaderReport report) {
    assertEquals(Map.of(), rejected(corpus, report));
  }

  /** The loader wanted every method of the program whose class it found. */
  public static void checkNoneRejected(Corpus corpus, Launch program, LoaderReport report) {
    SortedMap<String, String> rejected = rejected(corpus, report);
    rejected.keySet().removeIf(name -> !isOf(program, name));
    assertEquals(Map.of(), rejected);
  }

  /**
   * The corpus's methods that the loader did not want, whatever is loaded and how far the JIT is.
   */
  private static SortedMap<String, String> rejected(Corpus corpus, LoaderReport report) {
    SortedMap<String, String> rejected = new TreeMap<>(report.missing());
    rejected.keySet().retainAll(corpus.image().compiled());
    rejected
        .values()
        .removeIf(
            why ->
                why.startsWith("class not ")
                    || why.equals("not reached")
                    || why.equals("already compiled")
                    || isBrokenByLateClass(why));
    return rejected;
  }

  /**
   * Whether a method waited for a class of the JDK so long that a class of the program, which is
   * named so, broke what it assumes.
   */
  private static boolean isBrokenByLateClass(String why) {
    return why.startsWith("dependencies failed") && why.contains("$Late");
  }

  private static boolean isOf(Launch program, String method) {
    String type = program.mainClass();
    return method.startsWith(type + ".") || method.startsWith(type + "$");
  }
}
