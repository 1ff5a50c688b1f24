// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs do the same from the image whatever options the JVM has. */
@ExtendWith(SharedCorpus.class)
class VmOptionsIT {
  private static final String PROGRAMS = "dev.preheat.conformance.programs.";
  private static final Launch STACKS = Launch.of(PROGRAMS + "StacksProgram");
  private static final Launch ASSERTIONS = Launch.of(PROGRAMS + "AssertionsProgram");

  /** Whether assertions are on is read by the code, not known to it. */
  @Test
  void assertionsRunWhereTheyAreOn(Corpus corpus) throws Exception {
    String on = corpus.interpret(ASSERTIONS, "-ea");
    String off = corpus.interpret(ASSERTIONS, "-da");
    assertNotEquals(on, off);

    for (String option : new String[] {"-ea", "-da", "-ea:" + PROGRAMS + "AssertionsProgram"}) {
      Run run = corpus.run("assertions", ASSERTIONS, option);
      Difference.check(option.equals("-da") ? off : on, run);
      InstalledMethods.checkAll(corpus, ASSERTIONS, run.report());
    }
  }

  /** The JIT is another one: methods are installed all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xcomp",
        "-XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation",
        "-XX:NativeMemoryTracking=summary",
        "-XX:+UseStringDeduplication"
      })
  void installedWith(String option, Corpus corpus) throws Exception {
    checkInstalled(corpus, corpus.run("options", STACKS, option));
  }

  /** Somebody looks at what runs: methods are installed all the same. */
  @ParameterizedTest
  @CsvSource({
    "jdk.jfr, -XX:StartFlightRecording:filename=recording.jfr;settings=profile",
    "jdk.management.agent, -Dcom.sun.management.jmxremote"
  })
  void installedUnderObservation(String module, String option, Corpus corpus) throws Exception {
    String options = option.replace(';', ',');
    // The recorder announces itself on standard output.
    Run run = corpus.withModule(module).run(module, STACKS, options, "-Xlog:disable");
    checkInstalled(corpus, run);
  }

  private static void checkInstalled(Corpus corpus, Run run) {
    Difference.check(corpus.expected(STACKS), run);
    assertEquals("used", run.report().status(), run.report().reason());
    InstalledMethods.checkMost(corpus, STACKS, run.report());
  }

  /** The JVM runs no compiled code: it is said why. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=0"})
  void refusedWhereAllIsInterpreted(String option, Corpus corpus) throws Exception {
    // The JVM prints there that its own cache is of no use either.
    Run run = corpus.run("options", STACKS, option, "-Xlog:disable");

    Difference.check(corpus.expected(STACKS), run);
    assertEquals("refused", run.report().status());
    assertEquals(
        "JVM: expected one that runs compiled code, found interpreted mode; start without -Xint"
            + " and -XX:TieredStopAtLevel=0",
        run.report().reason());
  }
}
