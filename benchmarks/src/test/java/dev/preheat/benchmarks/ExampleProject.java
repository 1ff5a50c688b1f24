// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.benchmarks.process.MeasuredProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A project as Preheat's plugin leaves it, and a loader that only says that it loads. */
public final class ExampleProject {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path target;
  private final Class<?> main;

  /** A project whose program is one class. */
  public ExampleProject(Path target, Class<?> main) {
    this.target = target;
    this.main = main;
  }

  /**
   * Builds it.
   *
   * @param arguments of the run that its AOT cache is made of
   */
  public void build(String... arguments) throws Exception {
    Path loader = jar("loader.jar", FakeLoader.class);
    Path program = jar("demo-1.0.jar", main);
    Path cache = target.resolve("demo-1.0.aot");
    List<String> start =
        List.of(
            "-XX:+UseSerialGC",
            "-Dpreheat.image=" + target.resolve("demo-1.0.so"),
            "-cp",
            loader + ":" + program,
            FakeLoader.class.getName(),
            main.getName());
    List<String> lines = new ArrayList<>(List.of("-XX:AOTCache=" + cache));
    lines.addAll(start);
    Files.write(target.resolve("demo-1.0.args"), lines);
    Files.writeString(
        target.resolve("demo-1.0.so.json"),
        """
        {"traced": 60, "compiled": 50, "reasons": [
          {"id": "CLASS_INITIALIZER", "text": "class initialiser", "methods": 10}]}
        """);
    train(cache, start, List.of(arguments));
  }

  private Path jar(String name, Class<?> type) throws IOException {
    Path jar = target.resolve(name);
    String entry = type.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new ZipEntry(entry));
      type.getResourceAsStream("/" + entry).transferTo(out);
    }
    return jar;
  }

  private void train(Path cache, List<String> start, List<String> arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(JAVA, "-XX:AOTCacheOutput=" + cache));
    words.addAll(start);
    words.addAll(arguments);
    Path out = target.resolve("training.log");
    int exitCode =
        new MeasuredProcess()
            .run(new MeasuredProcess.Command(words, target, out, target.resolve("errors.log")))
            .exitCode();
    assertEquals(0, exitCode, Files.readString(out));
  }
}
