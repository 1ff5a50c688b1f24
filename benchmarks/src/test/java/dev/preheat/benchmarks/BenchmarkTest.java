// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a project as Preheat's plugin leaves it, and a loader that only says that it loads. */
class BenchmarkTest {
  @TempDir private static Path project;
  @TempDir private Path directory;
  private final List<String> progress = new ArrayList<>();

  @BeforeAll
  static void buildProject() throws Exception {
    new ExampleProject(project, ExampleProgram.class).build("work");
  }

  @Test
  void measuresAllVariantsAndWritesTheResults() throws Exception {
    Outcome outcome = run("work");
    outcome.write();

    assertEquals(
        List.of(Variant.values()), outcome.results().stream().map(Result::variant).toList());
    assertEquals(List.of(0, 0, 40, 40), outcome.results().stream().map(Result::installed).toList());
    assertEquals(List.of(0, 0, 1, 1), outcome.results().stream().map(Result::rejected).toList());
    assertTrue(
        outcome.results().stream().allMatch(r -> r.wallMillis() > 0 && r.peakMebibytes() > 1));
    outcome.usages().values().forEach(runs -> assertEquals(2, runs.size()));
    assertTrue(outcome.lines().contains("The output of all runs is identical (3 files)."));
    assertTrue(outcome.lines().contains("flags of the variants with an image: -XX:+UseSerialGC"));
    assertTrue(progress.getLast().startsWith("round 2 of 2: plain "), progress::toString);
    try (Stream<Path> files = Files.list(directory.resolve("results"))) {
      assertEquals(
          List.of("coverage.json", "results.json", "results.svg", "results.txt", "runs.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void anotherOutputWithAnImageIsAnError() {
    String message = assertThrows(BenchmarkException.class, () -> run("differ")).getMessage();

    assertTrue(
        message.startsWith(
            "the output of image is not that of the first run: stdout differs from byte 6 on"),
        message);
  }

  @Test
  void anImageThatIsNotUsedIsAnError() {
    assertEquals(
        "the image was not used: other JDK",
        assertThrows(BenchmarkException.class, () -> run("refused")).getMessage());
  }

  @Test
  void aProgramThatFailsIsAnErrorWithItsLastWords() {
    String message = assertThrows(BenchmarkException.class, () -> run("fail")).getMessage();

    assertTrue(
        message.startsWith("the run of AOT cache training ended with exit code 3, not 0:"),
        message);
    assertTrue(message.contains("cannot go on"), message);
  }

  private Outcome run(String argument)
      throws BenchmarkException, IOException, InterruptedException {
    Settings settings =
        new Settings(
            "Demo",
            project,
            directory.resolve("work"),
            directory.resolve("results"),
            2,
            List.of(argument));
    return new Benchmark(settings, progress::add).run();
  }
}
