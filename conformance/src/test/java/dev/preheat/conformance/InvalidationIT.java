// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import dev.preheat.testkit.LoaderReport;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What breaks an assumption takes the methods that rely on it out, and no others: a class that is
 * loaded late, a class that an agent changes.
 */
@ExtendWith(SharedCorpus.class)
class InvalidationIT {
  private static final String PROGRAMS = "dev.preheat.conformance.programs.";
  private static final String INVALIDATION = PROGRAMS + "InvalidationProgram";
  private static final String REDEFINITION = PROGRAMS + "RedefinitionProgram";
  private static final String[] ATTACHING = {
    "-Djdk.attach.allowAttachSelf=true", "-XX:+EnableDynamicAgentLoading"
  };

  /** A second implementor, an overriding method, a subclass of a leaf, a finalizer. */
  @Test
  void classesThatComeLateAreSeen(Corpus corpus) throws Exception {
    Launch late = Launch.of(INVALIDATION, "late");
    Run run = corpus.run("late", late);

    Difference.check(corpus.interpret(late), run);
    checkInvalidated(
        run.report(),
        INVALIDATION,
        Set.of(
            "serve", "cost", "inlines", "name", "isLeaf", "asLeaf", "whileRunning", "Plain.<init>"),
        Set.of("reliesOnNothing", "target", "FirstService.answer", "OnlyConcrete.name"));
  }

  @Test
  void withoutThemTheMethodsStay(Corpus corpus) throws Exception {
    Launch early = Launch.of(INVALIDATION);
    Run run = corpus.run("early", early);

    Difference.check(corpus.expected(early), run);
    assertEquals(Set.of(), invalidated(run.report(), INVALIDATION));
  }

  /** Methods of a changed class, and those that have such methods inlined. */
  @ParameterizedTest
  @ValueSource(strings = {"redefine", "retransform"})
  void changedClassesAreSeen(String how, Corpus corpus) throws Exception {
    Launch change = Launch.of(REDEFINITION, how);
    Run run = corpus.run(how, change, ATTACHING);

    String expected = corpus.interpret(change, ATTACHING);
    assertNotEquals(corpus.expected(Launch.of(REDEFINITION)), expected);
    Difference.check(expected, run);
    checkInvalidated(
        run.report(),
        REDEFINITION,
        Set.of(
            "Redefined.<init>",
            "Redefined.root",
            "Redefined.inlined",
            "Redefined.instance",
            "Redefined.running",
            "caller",
            "virtualCaller"),
        Set.of("reliesOnNothing", "agentmain"));
  }

  @Test
  void unchangedClassesStay(Corpus corpus) throws Exception {
    Launch unchanged = Launch.of(REDEFINITION);
    Run run = corpus.run("unchanged", unchanged);

    Difference.check(corpus.expected(unchanged), run);
    assertEquals(Set.of(), invalidated(run.report(), REDEFINITION));
  }

  private static void checkInvalidated(
      LoaderReport report, String program, Set<String> expected, Set<String> others) {
    Set<String> invalidated = invalidated(report, program);
    Set<String> valid = new TreeSet<>(expected);
    valid.removeAll(invalidated);
    assertEquals(Set.of(), valid, "still valid");
    invalidated.retainAll(others);
    assertEquals(Set.of(), invalidated, "no longer valid");
  }

  /** Methods of a program that were installed and are no longer valid. Lambdas inline others. */
  private static Set<String> invalidated(LoaderReport report, String program) {
    Set<String> names = new TreeSet<>();
    for (String method : report.invalidated()) {
      if (method.startsWith(program) && !method.contains("lambda$")) {
        names.add(method.substring(program.length() + 1, method.indexOf('(')));
      }
    }
    return names;
  }
}
