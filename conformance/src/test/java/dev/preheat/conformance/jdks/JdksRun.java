// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.jdks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every image by every JDK; the profile {@code jdks} runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdksRun {
  private static final int FEWEST_INSTALLED = 3_000;

  /** Methods that the loader did not want, of those installed. */
  private static final double HIGHEST_SHARE_OF_REJECTED = 0.02;

  private static final String NOT_USED = "preheat: image not used: ";

  /** How far the numbers of installed methods may be apart: what a run traces is never the same. */
  private static final double HIGHEST_SHARE_OF_DIFFERENCE = 0.02;

  private final JdkResults results =
      new JdkResults(Path.of(System.getProperty("preheat.jdks.results")));

  /** Methods that each JDK 25 has installed of its own image. */
  private final List<Integer> installed = new ArrayList<>();

  static List<Arguments> pairs() throws IOException {
    List<JdkHome> jdks = JdkHome.list(System.getProperty("preheat.jdks"));
    List<Arguments> pairs = new ArrayList<>();
    for (JdkHome maker : jdks) {
      if (maker.makesImages()) {
        jdks.forEach(by -> pairs.add(Arguments.of(maker, by)));
      }
    }
    return pairs;
  }

  @ParameterizedTest(name = "image of {0}, run by {1}")
  @MethodSource("pairs")
  void doesTheSameAsWithout(JdkHome maker, JdkHome by) throws Exception {
    Sample sample = Sample.of(maker, Path.of(System.getProperty("preheat.jdks.projects")));
    Sample.Run plain = sample.plain(by);
    assertEquals(0, plain.exitCode(), () -> "without Preheat: " + plain.errors());
    assertTrue(plain.files().size() > 1, "writes nothing");

    Sample.Run withCache = sample.withImage(by);
    Sample.Run run = sample.withImageOnly(by);
    results.add(JdkResult.of(maker, by, run, withCache, plain));

    for (Sample.Run each : List.of(withCache, run)) {
      assertEquals(0, each.exitCode(), () -> each.errors().toString());
      assertEquals(plain.output(), each.output());
      assertEquals(plain.files(), each.files());
      assertNotNull(each.report(), () -> each.errors().toString());
    }
    if (maker.equals(by)) {
      checkUsed(run);
      checkUsed(withCache);
      installed.add(run.report().installed());
    } else {
      checkRefused(maker, by, run);
      // The JVM has its own lines for its own cache.
      List<String> ours = withCache.errors().stream().filter(JdksRun::isOurs).toList();
      assertEquals(run.errors(), ours, withCache.errors()::toString);
    }
  }

  @AfterAll
  void everyJdkInstallsAsMany() {
    int most = Collections.max(installed);

    assertTrue(
        Collections.min(installed) >= (1 - HIGHEST_SHARE_OF_DIFFERENCE) * most,
        () -> "installed: " + installed);
  }

  private static void checkUsed(Sample.Run run) {
    assertEquals("used", run.report().status(), run.report().reason());
    assertEquals(List.of(), run.errors());
    int installed = run.report().installed();
    int rejected = run.report().rejected();
    assertTrue(installed >= FEWEST_INSTALLED, () -> "installed: " + installed);
    assertTrue(
        rejected <= HIGHEST_SHARE_OF_REJECTED * installed,
        () -> rejected + " rejected, " + installed + " installed");
  }

  /** One line, which says what it should be and what it is. */
  private static void checkRefused(JdkHome maker, JdkHome by, Sample.Run run) {
    String versions;
    if (!by.makesImages()) {
      versions = "expected " + maker.feature() + ", found " + by.feature() + ";";
    } else if (maker.runtimeVersion().equals(by.runtimeVersion())) {
      versions = "expected " + maker.vendor() + ", found " + by.vendor() + ";";
    } else {
      versions = "expected " + maker.runtimeVersion() + ", found " + by.runtimeVersion() + ";";
    }
    assertEquals(1, run.errors().size(), run.errors()::toString);
    String line = run.errors().get(0);
    assertTrue(line.startsWith(NOT_USED), line);
    assertTrue(line.contains(versions), line);
    assertEquals("refused", run.report().status());
    assertEquals(0, run.report().installed());
  }

  private static boolean isOurs(String line) {
    return line.startsWith("preheat: ");
  }
}
