// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.benchmarks.ExampleProject;
import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Training;
import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With programs as Preheat's plugin leaves them, and a loader that only says that it loads. */
class PeakBenchmarkTest {
  @TempDir private static Path builds;
  @TempDir private Path directory;
  private final List<String> progress = new ArrayList<>();

  @BeforeAll
  static void buildPrograms() throws Exception {
    for (Training training : Training.values()) {
      Path target =
          builds.resolve(training.id()).resolve("peak").resolve("example").resolve("target");
      Files.createDirectories(target);
      new ExampleProject(target, ExampleWorkloads.class).build("all", training.word());
    }
  }

  @Test
  void measuresAllSidesAndWritesTheResults() throws Exception {
    PeakOutcome outcome = run("steady");

    Comparison comparison = outcome.comparisons().get(0);
    assertEquals(Side.all(), List.copyOf(comparison.figures().keySet()));
    comparison
        .figures()
        .forEach((side, figures) -> assertEquals(1_000, figures.perSecond(), 1, side::id));
    assertTrue(comparison.figures().get(Side.PLAIN).jit().tier3() > 0);
    assertTrue(progress.getLast().startsWith("round 2, steady: plain 1.00 "), progress::toString);
    assertEquals("peak: medians of 2 interleaved rounds", outcome.lines().get(0));
    try (Stream<Path> files = Files.list(directory.resolve("results"))) {
      assertEquals(
          List.of("curves.json", "results.json", "results.svg", "results.txt"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void anotherResultWithAnImageIsAnError() {
    assertEquals("differ, image, hot: input 0 gives 1, but 0 in a run before", message("differ"));
  }

  @Test
  void anImageThatIsNotUsedIsAnError() {
    assertEquals("the image was not used: other JDK", message("refused"));
  }

  @Test
  void aPatternThatNothingFitsIsAnError() {
    assertEquals("no workload of example has a name like gone", message("gone"));
  }

  private String message(String only) {
    return assertThrows(BenchmarkException.class, () -> run(only)).getMessage();
  }

  private PeakOutcome run(String only)
      throws BenchmarkException, IOException, InterruptedException {
    PeakSettings settings =
        new PeakSettings(
            builds,
            directory.resolve("work"),
            directory.resolve("results"),
            2,
            6,
            6,
            List.of("example"),
            List.of(only));
    return new PeakBenchmark(settings, progress::add).run();
  }
}
