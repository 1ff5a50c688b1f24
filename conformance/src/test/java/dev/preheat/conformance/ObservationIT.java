// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.CodeList;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Debugger;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.HeapDump;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever looks at a program that runs from its image sees its methods as they are. */
@ExtendWith(SharedCorpus.class)
class ObservationIT {
  private static final String OBSERVED = "dev.preheat.conformance.programs.ObservedProgram";
  private static final Launch TRAINING = Launch.of(OBSERVED);
  private static final Set<String> BUSY = Set.of("notInlinedOuter", "notInlinedInner");
  private static final Set<String> WAITING = Set.of("notInlinedHolder", "notInlinedWait");

  private static final String DYNAMIC_LOADING = "-XX:+EnableDynamicAgentLoading";

  private static Path directory(Corpus corpus) {
    return corpus.sources().getParent();
  }

  private static void checkInstalled(Corpus corpus, Run run, Set<String> methods) {
    assertEquals("used", run.report().status(), run.report().reason());
    for (String method : methods) {
      String prefix = OBSERVED + "." + method + "(";
      assertTrue(
          corpus.image().compiled().stream().anyMatch(name -> name.startsWith(prefix)), method);
      assertFalse(
          run.report().missing().keySet().stream().anyMatch(name -> name.startsWith(prefix)),
          method);
    }
  }

  /**
   * Stacks, monitors and live objects as the interpreter has them; the code counts as that of tier
   * 2.
   */
  @Test
  void diagnosticCommandsAndBeansSeeInstalledFrames(Corpus corpus) throws Exception {
    Launch launch = Launch.of(OBSERVED, "commands", "code.txt", "heap.hprof");
    String expected = corpus.interpret(launch);
    Files.delete(directory(corpus).resolve("heap.hprof"));
    assertTrue(expected.contains("ObservedProgram.notInlinedWait(ObservedProgram.java:"), expected);
    assertTrue(expected.contains(", 3 48 " + OBSERVED + "$Held"), expected);

    Run run = corpus.run("image", launch);

    Difference.check(expected, run);
    checkInstalled(corpus, run, BUSY);
    checkInstalled(corpus, run, WAITING);
    CodeList code = CodeList.read(directory(corpus).resolve("code.txt"));
    for (String method : WAITING) {
      assertEquals(Set.of(2), code.levels(OBSERVED + "." + method), method);
    }
    HeapDump dump = HeapDump.read(directory(corpus).resolve("heap.hprof"));
    assertEquals(3, dump.instances(OBSERVED + "$Held"));
  }

  @Test
  void flightRecorderSamplesInstalledFrames(Corpus corpus) throws Exception {
    Run run = corpus.run("image", Launch.of(OBSERVED, "recorder", "stacks.txt"));

    assertEquals(0, run.exitCode(), run.errors());
    checkInstalled(corpus, run, BUSY);
    List<String> stacks = Files.readAllLines(directory(corpus).resolve("stacks.txt"));
    assertFalse(stacks.isEmpty());
    Lines lines = Lines.read(corpus);
    Pattern expected =
        Pattern.compile(
            "notInlinedInner:(\\d+):JIT compiled middle:"
                + lines.of("notInlinedInner(count, step);")
                + ":Inlined notInlinedOuter:("
                + lines.of("= middle(count, 1)")
                + "|"
                + lines.of("+ middle(count, 2)")
                + "):JIT compiled main:\\d+:.*");
    for (String stack : stacks) {
      var matcher = expected.matcher(stack);
      assertTrue(matcher.matches(), stack + " is not " + expected);
      int line = Integer.parseInt(matcher.group(1));
      assertTrue(
          line >= lines.of("long notInlinedInner(") && line <= lines.of("return sum;"), stack);
    }
  }

  @Test
  void asyncProfilerSamplesInstalledFrames(Corpus corpus) throws Exception {
    Path library = directory(corpus).resolve("libasyncProfiler.so");
    try (InputStream in =
        ObservationIT.class.getResourceAsStream("/linux-x64/" + library.getFileName())) {
      Files.copy(in, library);
    }

    Run run =
        corpus.run(
            "image",
            Launch.of(OBSERVED, "profiler", "libasyncProfiler.so", "profile.txt"),
            DYNAMIC_LOADING);

    assertEquals(0, run.exitCode(), run.errors());
    checkInstalled(corpus, run, BUSY);
    String profile = Files.readString(directory(corpus).resolve("profile.txt"));
    String name = OBSERVED.replace('.', '/');
    assertTrue(
        profile.contains(
            name + ".notInlinedOuter_[j];" + name + ".middle_[j];" + name + ".notInlinedInner_[j]"),
        profile);
  }

  /**
   * The VM gives the capability to set breakpoints away while it starts, and no later: a JVM in
   * which somebody has it runs without the image, and all that a debugger does is possible.
   */
  @Test
  void aDebuggerFromTheStartKeepsTheImageOutAndItsBreakpointsStop(Corpus corpus) throws Exception {
    try (Debugger debugger = Debugger.listen(OBSERVED, "notInlinedInner")) {
      // The JVM prints there that its own cache is of no use either.
      Run run = corpus.run("debugger", TRAINING, debugger.option(), "-Xlog:disable");

      Difference.check(corpus.expected(TRAINING), run);
      assertEquals("refused", run.report().status());
      assertEquals(
          "JVM options: expected no native agent, found "
              + debugger.option()
              + "; start without it: it may want events of the JVM that the image's code does not"
              + " have",
          run.report().reason());
      assertEquals(
          List.of(
              "count=1000 step=1",
              "count=1000 step=2",
              "count=2000 step=1",
              "count=2000 step=2",
              "count=10 step=1",
              "count=10 step=2"),
          debugger.stops());
    }
  }

  /** So there are no breakpoints in a JVM that has code of the image. */
  @Test
  void aDebuggerCannotBeAttachedLater(Corpus corpus) throws Exception {
    Launch launch = Launch.of(OBSERVED, "debugger");
    String expected = corpus.interpret(launch, DYNAMIC_LOADING);
    assertTrue(expected.startsWith("Agent_OnAttach is not available in libjdwp.so"), expected);

    Run run = corpus.run("image", launch, DYNAMIC_LOADING);

    Difference.check(expected, run);
    checkInstalled(corpus, run, BUSY);
  }

  /** Where in the source a text is. */
  private record Lines(List<String> source) {
    static Lines read(Corpus corpus) throws Exception {
      return new Lines(
          Files.readAllLines(corpus.sources().resolve(OBSERVED.replace('.', '/') + ".java")));
    }

    int of(String text) {
      for (int i = 0; i < source.size(); i++) {
        if (source.get(i).contains(text)) {
          return i + 1;
        }
      }
      throw new IllegalArgumentException(text);
    }
  }
}
