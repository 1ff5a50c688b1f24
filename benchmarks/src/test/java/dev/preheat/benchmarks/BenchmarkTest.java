// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.benchmarks.process.MeasuredProcess;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.benchmarks.report.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a project as Preheat's plugin leaves it, and a loader that only says that it loads. */
class BenchmarkTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private static Path project;
  @TempDir private Path directory;
  private final List<String> progress = new ArrayList<>();

  @BeforeAll
  static void buildProject() throws Exception {
    Path loader = jar("loader.jar", FakeLoader.class);
    Path program = jar("demo-1.0.jar", ExampleProgram.class);
    Path cache = project.resolve("demo-1.0.aot");
    List<String> start =
        List.of(
            "-XX:+UseSerialGC",
            "-Dpreheat.image=" + project.resolve("demo-1.0.so"),
            "-cp",
            loader + ":" + program,
            FakeLoader.class.getName(),
            ExampleProgram.class.getName());
    List<String> lines = new ArrayList<>(List.of("-XX:AOTCache=" + cache));
    lines.addAll(start);
    Files.write(project.resolve("demo-1.0.args"), lines);
    Files.writeString(
        project.resolve("demo-1.0.so.json"),
        """
        {"traced": 60, "compiled": 50, "reasons": [
          {"id": "CLASS_INITIALIZER", "text": "class initialiser", "methods": 10}]}
        """);
    train(cache, start);
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

  private static Path jar(String name, Class<?> type) throws IOException {
    Path jar = project.resolve(name);
    String entry = type.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new ZipEntry(entry));
      type.getResourceAsStream("/" + entry).transferTo(out);
    }
    return jar;
  }

  private static void train(Path cache, List<String> start) throws Exception {
    List<String> words = new ArrayList<>(List.of(JAVA, "-XX:AOTCacheOutput=" + cache));
    words.addAll(start);
    words.add("work");
    Path out = project.resolve("training.log");
    int exitCode =
        new MeasuredProcess()
            .run(new MeasuredProcess.Command(words, project, out, project.resolve("errors.log")))
            .exitCode();
    assertEquals(0, exitCode, Files.readString(out));
  }
}
