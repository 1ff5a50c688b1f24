package dev.preheat.conformance.suites;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test of a library ends the same without an image and with one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuitesIT {
  private static final int FEWEST_TESTS = 100;
  private static final int FEWEST_INSTALLED = 1_000;

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
    Outcomes first = runs.plain("first");
    Outcomes second = runs.plain("second");

    SuiteRun run = runs.withImage("image", image, EARLY);
    SuiteResult result =
        SuiteResult.of(suite.name(), Comparison.of(first, second, run.outcomes()), run.jvm());
    results.add(result);
    assertSame(result, run);

    if (Boolean.getBoolean("preheat.suites.stress")) {
      SuiteRun stressed = runs.withImage("stressed", image, STRESS);
      assertSame(
          SuiteResult.of(
              suite.name(), Comparison.of(first, second, stressed.outcomes()), stressed.jvm()),
          stressed);
    }
  }

  private static void assertSame(SuiteResult result, SuiteRun run) {
    assertAll(
        () -> assertEquals(0, run.jvm().exitCode(), run.jvm()::errors),
        () -> assertEquals(Map.of(), result.comparison().different()),
        () -> assertTrue(result.comparison().tests() >= FEWEST_TESTS, result::row),
        () -> assertTrue(result.installed() >= FEWEST_INSTALLED, result::row));
  }
}
