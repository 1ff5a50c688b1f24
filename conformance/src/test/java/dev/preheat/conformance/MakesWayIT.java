// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.CompilationLog;
import dev.preheat.conformance.harness.CompilationLog.Compilation;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.DeoptimizationLog;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code of an image that stays hot makes way for the JIT, and no other code does. */
@ExtendWith(SharedCorpus.class)
class MakesWayIT {
  private static final String NAME = "dev.preheat.conformance.programs.HotProgram";
  private static final Launch PROGRAM = Launch.of(NAME);
  private static final Set<String> HOT =
      Set.of(NAME + "$Leaf.run", NAME + "$Caller.run", NAME + "$Locked.run");
  private static final String NOT_USED = "not used";

  /** As which the VM takes code of an image. */
  private static final int AS_TIER = 2;

  /** The tiers of C1 that profile, and that of C2. */
  private static final int PROFILING = 3;

  private static final int TOP = 4;

  /**
   * Hot methods run as code of the image until the JIT has code for them: nothing deoptimises, and
   * nothing is installed again.
   */
  @Test
  void hotMethodsGoOnToTheJit(Corpus corpus) throws Exception {
    Logged logged = Logged.run(corpus, "hot");

    for (String hot : HOT) {
      assertEquals(List.of(PROFILING, TOP), compiled(logged, hot), hot);
      checkNotUsed(logged, hot);
    }
    assertEquals(
        List.of(),
        logged.deoptimizations.all().stream()
            .map(DeoptimizationLog.Deoptimization::method)
            .filter(HOT::contains)
            .toList());
  }

  /** What runs seldom stays, and what the JIT could not make better. */
  @Test
  void othersStay(Corpus corpus) throws Exception {
    Logged logged = Logged.run(corpus, "others");

    for (String method : List.of(NAME + "$Getter.run", NAME + "$Seldom.run")) {
      assertEquals(List.of(), logged.compilations.of(method), method);
    }
  }

  /** Rounds of a short loop count, too: a method that is called seldom may be hot by them. */
  @Test
  void shortLoopsCount(Corpus corpus) throws Exception {
    checkNotUsed(Logged.run(corpus, "short"), NAME + "$Sums.run");
  }

  /** A loop that is entered once goes on in code of the JIT, in an inlined method, too. */
  @Test
  void longLoopsGetOut(Corpus corpus) throws Exception {
    Logged logged = Logged.run(corpus, "long");

    for (String method : List.of("entered", "loop", "nest", "calls")) {
      assertTrue(
          logged.compilations.of(NAME + "." + method).stream()
              .anyMatch(each -> each.isLoop() && each.tier() == TOP && each.givenUp().isEmpty()),
          method + ": " + logged.compilations.of(NAME + "." + method));
    }
  }

  /** Where the policy has no way on to C2, code of the image is the best there is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:-TieredCompilation",
        "-XX:CompilationMode:=high-only",
        "-XX:CompilationMode=quick-only",
        "-XX:TieredStopAtLevel=1",
        "-XX:TieredStopAtLevel=3",
        "-XX:-UseOnStackReplacement"
      })
  void whereThereIsNoWayCodeStays(String option, Corpus corpus) throws Exception {
    Logged logged = Logged.run(corpus, "stays", option);

    for (String hot : HOT) {
      assertEquals(List.of(), logged.compilations.of(hot), hot);
    }
  }

  /**
   * Who closes a shared arena waits for nobody: a loop that reads its memory must find out. The JIT
   * is kept from taking the loop over.
   */
  @Test
  void memoryIsNotReadWhenItsArenaIsClosed(Corpus corpus) throws Exception {
    String arenas = "dev.preheat.conformance.programs.SharedArenaProgram";
    Run run =
        corpus.run(
            "arenas",
            Launch.of(arenas, "18", "400"),
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=exclude," + arenas + "::notInlinedSum");

    Difference.check("closed 400\n", run);
    InstalledMethods.checkNoneRejected(corpus, run.report());
  }

  /** The tiers of the JIT's code for the whole of a method, in order. */
  private static List<Integer> compiled(Logged logged, String method) {
    return logged.compilations.of(method).stream()
        .filter(each -> !each.isLoop() && each.givenUp().isEmpty())
        .map(Compilation::tier)
        .toList();
  }

  /** Code of the image is given up for better code, and is there once only. */
  private static void checkNotUsed(Logged logged, String method) {
    List<Compilation> all =
        logged.compilations.of(method).stream().filter(each -> !each.isLoop()).toList();
    Compilation ofImage =
        all.stream().filter(each -> each.givenUp().isPresent()).findFirst().orElseThrow();
    assertEquals(AS_TIER, ofImage.tier(), "code of the image: " + all);
    assertEquals(Optional.of(NOT_USED), ofImage.givenUp(), method + ": " + all);
    assertTrue(all.stream().noneMatch(each -> isAnother(each, ofImage)), "once only: " + all);
  }

  private static boolean isAnother(Compilation each, Compilation ofImage) {
    return each.tier() == AS_TIER && each.id() != ofImage.id();
  }

  /** What a run did. */
  private record Logged(CompilationLog compilations, DeoptimizationLog deoptimizations) {
    static Logged run(Corpus corpus, String label, String... options)
        throws IOException, InterruptedException {
      Path compilations = corpus.sources().resolveSibling(label + ".jit.log");
      Path deoptimizations = corpus.sources().resolveSibling(label + ".deopt.log");
      Run run =
          corpus.run(
              label,
              PROGRAM,
              Stream.concat(
                      Stream.of(
                          CompilationLog.option(compilations),
                          DeoptimizationLog.option(deoptimizations)),
                      Stream.of(options))
                  .toArray(String[]::new));
      Difference.check(corpus.expected(PROGRAM), run);
      InstalledMethods.checkAllOf(corpus, PROGRAM, run.report());
      return new Logged(CompilationLog.read(compilations), DeoptimizationLog.read(deoptimizations));
    }
  }
}
