// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import dev.preheat.conformance.harness.Image;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Tools;
import dev.preheat.format.trace.TraceBuilder;
import dev.preheat.format.trace.TraceReader;
import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.LoaderReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checkstyle, which checks some sources, with its image and an AOT cache: all methods are installed
 * before it starts.
 */
final class FlagProgram {
  private static final String MAIN = "com.puppycrawl.tools.checkstyle.Main";
  private static final String IMAGE = "checkstyle";
  private static final String CACHE = "program";

  /**
   * In any sane JVM it takes a second or two, interpreted ten; other programs may run beside it.
   */
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /** What every run has. What the VM prints goes to standard error: the rest is the program's. */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:all=off:stdout",
          "-Xlog:all=warning:stderr",
          "-XX:-AOTAdapterCaching",
          "-Dpreheat.install=before-main");

  private static final String OFF = "-Dpreheat.mode=off";

  private final Path directory;
  private final Launch launch;
  private final Image image;
  private final Path cache;

  /**
   * A run.
   *
   * @param outcome empty if it did not end by itself
   * @param report the loader's, null where there is none
   */
  record Run(Optional<ChildJvm.Result> outcome, LoaderReport report) {}

  private FlagProgram(Path directory, Launch launch, Image image, Path cache) {
    this.directory = directory;
    this.launch = launch;
    this.image = image;
    this.cache = cache;
  }

  /**
   * Traces it and makes its image and cache.
   *
   * @param jars its class path
   * @param sources that it checks
   */
  static FlagProgram compile(List<Path> jars, List<Path> sources)
      throws IOException, InterruptedException {
    Path directory = Tools.workDirectory("flags");
    Launch launch = launch(sources);
    Path traces = directory.resolve("traces");
    ChildJvm.Result outcome =
        ChildJvm.bare()
            .in(directory, "traced")
            .options(Artifacts.tracing(traces))
            .classPath(jars)
            .program(launch.words())
            .run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException("the program fails by itself: " + outcome);
    }
    TraceBuilder trace = new TraceBuilder();
    try (Stream<Path> files = Files.list(traces)) {
      for (Path file : files.sorted().toList()) {
        trace.add(TraceReader.read(file).trace());
      }
    }
    Image image = Image.compile(IMAGE, directory, jars, trace.build(), true, 1);
    return new FlagProgram(directory, launch, image, image.makeCache(CACHE, launch, OPTIONS));
  }

  /** The one that an earlier test has compiled, if it has. */
  static Optional<FlagProgram> compiledEarlier(List<Path> jars, List<Path> sources)
      throws IOException {
    Path directory = Path.of(System.getProperty("preheat.work.directory"), "flags");
    Path cache = directory.resolve(CACHE + ".aot");
    if (!Files.exists(cache)) {
      return Optional.empty();
    }
    List<Path> classPath = new ArrayList<>(List.of(Artifacts.loaderJar()));
    classPath.addAll(jars);
    Image image =
        new Image(directory.resolve(IMAGE + ".so"), new TreeSet<>(), new TreeMap<>(), classPath);
    return Optional.of(new FlagProgram(directory, launch(sources), image, cache));
  }

  private static Launch launch(List<Path> sources) {
    List<String> arguments = new ArrayList<>(List.of("-c", "/google_checks.xml"));
    sources.forEach(source -> arguments.add(source.toString()));
    return new Launch(MAIN, arguments);
  }

  /** All flags that a JVM that runs it has. */
  List<Flag> flags() throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(OPTIONS);
    options.remove("-XX:+DisplayVMOutputToStderr");
    options.add("-XX:AOTCache=" + cache);
    options.add("-XX:+PrintFlagsFinal");
    options.add("-version");
    ChildJvm.Result outcome = image.jvm(directory, "flags", launch, options).run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException("cannot print its flags: " + outcome);
    }
    return Flag.read(outcome.out());
  }

  /**
   * Runs it with its image.
   *
   * @param name of a new directory that it works in
   * @param options more options of the JVM
   */
  Run with(String name, List<String> options) throws IOException, InterruptedException {
    Path work = create(name);
    Optional<ChildJvm.Result> outcome = jvm(work, "with", options).run(LONGEST);
    boolean reports = outcome.isPresent() && outcome.get().exitCode() == 0;
    return new Run(outcome, reports ? Image.report(work, "with") : null);
  }

  /** Runs it in the same way without its image. */
  Run without(String name, List<String> options) throws IOException, InterruptedException {
    Path work = create(name);
    List<String> all = new ArrayList<>(List.of(OFF));
    all.addAll(options);
    return new Run(jvm(work, "without", all).run(LONGEST), null);
  }

  private ChildJvm jvm(Path work, String name, List<String> options) throws IOException {
    List<String> all = new ArrayList<>(OPTIONS);
    all.add("-XX:AOTCache=" + cache);
    all.addAll(options);
    return image.jvm(work, name, launch, all);
  }

  private Path create(String name) throws IOException {
    delete(name);
    return Files.createDirectory(directory.resolve(name));
  }

  /** Deletes the directory of a run, with what flags of the VM have it write there. */
  void delete(String name) throws IOException {
    Path work = directory.resolve(name);
    if (!Files.exists(work)) {
      return;
    }
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
