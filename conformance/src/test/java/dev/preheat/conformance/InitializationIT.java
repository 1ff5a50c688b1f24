// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Methods that are installed when the classes they use have been initialised already, or have
 * failed to be. {@link ProgramsIT} installs them before.
 */
@ExtendWith(SharedCorpus.class)
class InitializationIT {
  private static final String PROGRAMS = "dev.preheat.conformance.programs.";

  @ParameterizedTest
  @ValueSource(strings = {"Order", "Failure", "Idioms"})
  void installedAfterEverythingIsInitialized(String what, Corpus corpus) throws Exception {
    String program = PROGRAMS + "Initialization" + what + "Program";
    Launch twice = Launch.of(PROGRAMS + "Twice", program);
    String expected = corpus.interpret(twice);

    Run run = corpus.runLate("late", twice);

    Difference.check(expected, run);
    InstalledMethods.checkAll(corpus, Launch.of(program), run.report());
  }
}
