// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test of a library ends the same without an image and with one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuitesIT {
  private static final int FEWEST_TESTS = 100;
  private static final int FEWEST_PLAIN_RUNS = 2;
  private static final int MORE_PLAIN_RUNS = 4;
  private static final int FEWEST_INSTALLED = 1_000;

  /** Tests of which nothing can be said, of all. */
  private static final double HIGHEST_SHARE_OF_UNSTABLE = 0.01;

  /** Methods that the loader did not want, of those installed: the JIT had compiled nearly all. */
  private static final double HIGHEST_SHARE_OF_REJECTED = 0.02;

  /** There are so many suites, and in them so many tests. */
  private static final int SUITES = 9;

  private static final int FEWEST_TESTS_OF_ALL = 20_000;

  /** Most is installed before the first test. */
  private static final List<String> EARLY = List.of("-Dpreheat.install=before-main");

  /** All is installed while tests run, and objects move all the time. */
  private static final List<String> STRESS = List.of("-Xmn8m");

  private final Results results =
      new Results(Path.of(System.getProperty("preheat.suites.results")));

  static List<Suite> suites() throws IOException {
    return Suite.requested();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyTestEndsTheSame(Suite suite) throws Exception {
    SuiteRuns runs = new SuiteRuns(suite);
    Image image = runs.image(runs.traced());
    List<Outcomes> plain = new ArrayList<>();
    for (int run = 0; run < FEWEST_PLAIN_RUNS; run++) {
      plain.add(runs.plain("plain-" + run, List.of()));
    }

    SuiteResult result =
        compare(suite, runs, plain, runs.withImage("image", image, EARLY), List.of());
    results.add(result);
    check(result);

    if (Boolean.getBoolean("preheat.suites.stress")) {
      check(compare(suite, runs, plain, runs.withImage("stressed", image, STRESS), STRESS));
    }
  }

  @AfterAll
  void thereAreManyTests() throws IOException {
    if (suites().size() >= SUITES) {
      assertTrue(results.tests() >= FEWEST_TESTS_OF_ALL, () -> "tests: " + results.tests());
    }
  }

  /**
   * Where something differs, whether it does so without the image, too, shows in more runs with the
   * same options: what a weak reference still holds depends on when garbage is collected.
   */
  private static SuiteResult compare(
      Suite suite, SuiteRuns runs, List<Outcomes> plain, SuiteRun withImage, List<String> options)
      throws IOException, InterruptedException {
    Comparison comparison = Comparison.of(plain, withImage.outcomes());
    int most = plain.size() + MORE_PLAIN_RUNS;
    while (withImage.jvm().exitCode() == 0
        && !comparison.different().isEmpty()
        && plain.size() < most) {
      plain.add(runs.plain("plain-" + plain.size(), options));
      comparison = Comparison.of(plain, withImage.outcomes());
    }
    return SuiteResult.of(suite.name(), comparison, withImage.jvm());
  }

  private static void check(SuiteResult result) {
    assertAll(
        () -> assertEquals("", result.crash()),
        () -> assertEquals(Map.of(), result.comparison().different()),
        () -> assertTrue(result.comparison().tests() >= FEWEST_TESTS, result::row),
        () ->
            assertTrue(
                result.comparison().unstable().size()
                    <= HIGHEST_SHARE_OF_UNSTABLE * result.comparison().tests(),
                result::row),
        () -> assertTrue(result.installed() >= FEWEST_INSTALLED, result::row),
        () ->
            assertTrue(
                result.rejected() <= HIGHEST_SHARE_OF_REJECTED * result.installed(), result::row));
  }
}
