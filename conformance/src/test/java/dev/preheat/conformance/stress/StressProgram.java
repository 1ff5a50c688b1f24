// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

import dev.preheat.conformance.harness.Image;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Sources;
import dev.preheat.conformance.harness.Tools;
import dev.preheat.format.contract.CollectorGroup;
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
import java.util.Optional;
import java.util.stream.Stream;

/** The program (src/test/stress) with its image, and what it yields without one. */
final class StressProgram {
  private static final String MAIN = "dev.preheat.conformance.stressed.Main";
  private static final String STARTER = "dev.preheat.conformance.stressed.Starter";
  private static final String EXPECTED = "expected.txt";

  /** Rounds that are traced: each kind of work several times. */
  private static final String TRACED_ROUNDS = "300";

  /** What every run has: little memory, and an agent that may attach itself. */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx64m",
          "-XX:MaxMetaspaceSize=128m",
          "-XX:SoftRefLRUPolicyMSPerMB=1",
          "-Djdk.attach.allowAttachSelf=true",
          "-XX:+EnableDynamicAgentLoading");

  /** The whole heap is looked at before and after each collection. */
  static final List<String> VERIFIED =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+VerifyBeforeGC", "-XX:+VerifyAfterGC");

  private final Path directory;
  private final Path jar;
  private Image image;

  private StressProgram(Path directory, Path jar) {
    this.directory = directory;
    this.jar = jar;
  }

  /**
   * Compiles it, runs it interpreted and traced, and makes an image for the collectors that code
   * can be made for.
   *
   * @param name of the directory with all of that
   * @param seeds of each kind of work
   * @param minimumInvocations how often a method must have run to be compiled
   */
  static StressProgram compile(String name, int seeds, int minimumInvocations)
      throws IOException, InterruptedException {
    Path directory = Tools.workDirectory(name);
    Path jar = Sources.below(Artifacts.file("preheat.stress.directory")).compile(directory);
    StressProgram program = new StressProgram(directory, jar);
    program.plain("interpreted", List.of("-Xint"), "expect", Integer.toString(seeds));
    Trace trace = program.trace();
    Image cards =
        program.image(
            "cards", trace, minimumInvocations, Optional.empty(), CollectorGroup.CARD_TABLE);
    program.image =
        program.image(
            "image", trace, minimumInvocations, Optional.of(cards.file()), CollectorGroup.G1);
    return program;
  }

  /** A cache of the JDK's own: with it all methods are installed before the program starts. */
  List<String> withCache(Collector collector) throws IOException, InterruptedException {
    Path cache =
        image.makeCache(
            "cache-" + collector, Launch.of(STARTER, jar.toString()), List.of(collector.option()));
    return List.of("-XX:AOTCache=" + cache, "-Dpreheat.install=before-main");
  }

  /**
   * Runs it with its image.
   *
   * @param name of the directory that it works in
   * @param amount of work: so many {@code rounds} or {@code minutes}
   * @param options more options of the JVM
   */
  StressResult run(String name, Collector collector, Amount amount, List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(OPTIONS);
    all.add(collector.option());
    all.addAll(options);
    Path work = Files.createDirectory(directory.resolve(name));
    Launch launch =
        Launch.of(
            MAIN,
            "run",
            directory.resolve(EXPECTED).toString(),
            amount.unit(),
            Long.toString(amount.count()));
    Run run = image.run(work, name, launch, all);
    return StressResult.of(collector, amount, run, work);
  }

  private Trace trace() throws IOException, InterruptedException {
    Path traces = directory.resolve("traces");
    List<String> options = new ArrayList<>(Artifacts.tracing(traces));
    // The JIT's code throws exceptions without message and stack trace after a while.
    options.add("-XX:-OmitStackTraceInFastThrow");
    plain("traced", options, "plain", "rounds", TRACED_ROUNDS);
    TraceBuilder trace = new TraceBuilder();
    try (Stream<Path> files = Files.list(traces)) {
      for (Path file : files.sorted().toList()) {
        trace.add(TraceReader.read(file).trace());
      }
    }
    return trace.build();
  }

  private Image image(
      String name,
      Trace trace,
      int minimumInvocations,
      Optional<Path> base,
      CollectorGroup collectors)
      throws IOException, InterruptedException {
    return Image.compile(
        name, directory, List.of(jar), trace, true, minimumInvocations, base, collectors);
  }

  /** Runs it without an image. */
  private void plain(String name, List<String> options, String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of(MAIN, command, directory.resolve(EXPECTED).toString()));
    words.addAll(List.of(arguments));
    ChildJvm.Result outcome =
        ChildJvm.bare()
            .in(directory, name)
            .options(options)
            .classPath(List.of(Artifacts.loaderJar(), jar))
            .program(words)
            .run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(name + " fails without an image: " + outcome);
    }
  }
}
