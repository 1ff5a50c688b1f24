// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import dev.preheat.conformance.harness.Image;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Tools;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceBuilder;
import dev.preheat.format.trace.TraceReader;
import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a suite, each time in a JVM and a directory of its own. */
final class SuiteRuns {
  private static final String RUNNER = "dev.preheat.conformance.suites.runner.Main";

  private static final String OUTCOMES = "outcomes.txt";

  /** The same in all runs, so that the tests do not see whether there is an image. */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseG1GC", "-Xmx2g", "-XX:-OmitStackTraceInFastThrow");

  private final Suite suite;
  private final Path directory;

  SuiteRuns(Suite suite) throws IOException {
    this.suite = suite;
    this.directory = Tools.workDirectory("suites/" + suite.name());
  }

  /** Runs it under the trace agent. */
  Trace traced() throws IOException, InterruptedException {
    Path traces = directory.resolve("traces");
    List<String> options = new ArrayList<>(Artifacts.tracing(traces));
    options.addAll(options());
    run("traced", options);
    TraceBuilder trace = new TraceBuilder();
    try (Stream<Path> files = Files.list(traces)) {
      for (Path file : files.sorted().toList()) {
        trace.add(TraceReader.read(file).trace());
      }
    }
    return trace.build();
  }

  /**
   * Runs it without image, loader and agent, but with the options that the loader needs: they show
   * in the modules of the JVM.
   *
   * @param options more options of the JVM
   */
  Outcomes plain(String name, List<String> options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(Artifacts.jvmOptions(Artifacts.loaderJar()));
    all.addAll(options());
    all.addAll(options);
    run(name, all);
    return outcomes(name);
  }

  /** Makes the image of what was traced, tests and methods of the JDK included. */
  Image image(Trace trace) throws IOException, InterruptedException {
    return Image.compile(
        suite.name(), directory, suite.classPath(), trace, true, suite.minimumInvocations());
  }

  /**
   * Runs it with the image.
   *
   * @param options more options of the JVM
   */
  SuiteRun withImage(String name, Image image, List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options());
    all.addAll(options);
    Path work = workDirectory();
    Run run = image.run(work, name, launch(), all);
    keep(work, name);
    return new SuiteRun(run, outcomes(name));
  }

  private void run(String name, List<String> options) throws IOException, InterruptedException {
    List<Path> classPath = new ArrayList<>(List.of(Artifacts.loaderJar()));
    classPath.addAll(suite.classPath());
    Path work = workDirectory();
    ChildJvm.bare()
        .in(work, name)
        .options(options)
        .classPath(classPath)
        .program(launch().words())
        .run();
    keep(work, name);
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(suite.options());
    return options;
  }

  private Launch launch() {
    return Launch.of(RUNNER, suite.jar().toString(), suite.classes(), OUTCOMES);
  }

  /**
   * Tests leave files where they run, and look for some where they lay in the library's project.
   * The directory has the same name in all runs: it shows in messages.
   */
  private Path workDirectory() throws IOException {
    Path work = Files.createDirectory(directory.resolve("work"));
    Path tests = Files.createDirectories(work.resolve("target/test-classes"));
    suite.unpack(tests);
    Files.createSymbolicLink(
        Files.createDirectories(work.resolve("src/test")).resolve("resources"),
        Path.of("../../target/test-classes"));
    return work;
  }

  private void keep(Path work, String name) throws IOException {
    Files.move(work, directory.resolve(name));
  }

  private Outcomes outcomes(String name) throws IOException {
    return Outcomes.read(directory.resolve(name).resolve(OUTCOMES));
  }
}
