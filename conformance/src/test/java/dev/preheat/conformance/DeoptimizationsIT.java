// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.preheat.conformance.generator.LazyConstants;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.DeoptimizationLog;
import dev.preheat.conformance.harness.DeoptimizationLog.Deoptimization;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the interpreter has to do for code of an image comes to an end. */
class DeoptimizationsIT {
  private static final Launch PROGRAM = Launch.of(LazyConstants.PROGRAM);
  private static final String CLASSES = "dev.preheat.conformance.programs.";

  /** Each piece of the program runs 2,000 times. */
  private static final long MOST = 20;

  private static Corpus corpus;

  @BeforeAll
  static void compile() throws Exception {
    corpus =
        Corpus.compile(
            "endless",
            Sources.of(LazyConstants.sources())
                .and(Sources.ofSupport())
                .and(LazyConstants.NAME, LazyConstants.generate()),
            List.of(PROGRAM));
  }

  /** Constants that are resolved late, or never, and what throws whenever it runs. */
  @Test
  void noCodeDeoptimizesForEver() throws Exception {
    Path file = corpus.sources().resolveSibling("deoptimizations.log");

    Run run = corpus.run("logged", PROGRAM, DeoptimizationLog.option(file));

    Difference.check(corpus.expected(PROGRAM), run);
    InstalledMethods.checkAllOf(corpus, PROGRAM, run.report());
    InstalledMethods.checkNoneRejected(corpus, run.report());
    DeoptimizationLog log = DeoptimizationLog.read(file);
    SortedMap<String, Long> counts = log.byMethod(CLASSES);
    assertFalse(counts.isEmpty(), "nothing deoptimised");
    counts.values().removeIf(count -> count <= MOST);
    assertEquals(Map.of(), counts);
    // No code is kept but that which waits for a class to be initialised.
    assertEquals(
        Set.of("constraint"),
        log.all().stream()
            .filter(each -> each.action().equals("none"))
            .map(Deoptimization::reason)
            .collect(Collectors.toSet()));
  }
}
