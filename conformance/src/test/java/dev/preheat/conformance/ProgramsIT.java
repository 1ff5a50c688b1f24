// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs do the same from the image as interpreted. */
@ExtendWith(SharedCorpus.class)
class ProgramsIT {
  private static final double HIGHEST_SHARE_LEFT_OUT = 0.01;

  static List<Launch> programs() throws IOException {
    return SharedCorpus.programs();
  }

  /**
   * What is left out calls through a type that only the compiler's JVM has loaded: what that knows
   * of its subclasses is no fact about the program.
   */
  @Test
  void nearlyEveryMethodIsCompiled(Corpus corpus) {
    Map<String, String> leftOut = new TreeMap<>(corpus.image().leftOut());
    int compiled = corpus.image().compiled().size();
    assertTrue(leftOut.size() <= HIGHEST_SHARE_LEFT_OUT * compiled, leftOut::toString);

    leftOut.values().removeIf(why -> why.equals("UNKNOWN_CLASS context"));
    assertEquals(Map.of(), leftOut);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("programs")
  void installedBeforeItStarts(Launch program, Corpus corpus) throws Exception {
    Run run = corpus.run("image", program);

    Difference.check(corpus.expected(program), run);
    InstalledMethods.checkAll(corpus, program, run.report());
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("programs")
  void installedWhileItRuns(Launch program, Corpus corpus) throws Exception {
    Run run = corpus.runBeside("beside", program);

    Difference.check(corpus.expected(program), run);
    InstalledMethods.checkNoneRejected(corpus, run.report());
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("programs")
  void whileGarbageIsCollected(Launch program, Corpus corpus) throws Exception {
    // So many collections make the VM flush code that few of them saw running (nmethod::is_cold).
    Run run = corpus.run("collecting", program, "-Xmx64m", "-XX:-MethodFlushing", "-Dgc=true");

    Difference.check(corpus.expected(program), run);
    InstalledMethods.checkAll(corpus, program, run.report());
  }
}
