// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import dev.preheat.maven.advice.Suggestion;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.jdk.Jdk;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the likely reason why tests left no trace, from what the project looks like.
 *
 * @param traces where a trace was expected
 * @param plan how the tests run
 * @param jvms what they run on
 * @param prepared the property that prepare-agent put the agent into; empty where it did not run in
 *     this build
 * @param propertyValue what that property holds now; null for nothing
 * @param agentJar of the trace agent
 * @param testClasses where the tests are compiled to
 * @param hasTestClasses whether there are any
 * @param agentLog where the agent tells its problems
 * @param reports where Surefire's reports are
 */
public record MissingTrace(
    Path traces,
    TestPlan plan,
    TestJvms jvms,
    Optional<String> prepared,
    String propertyValue,
    Path agentJar,
    Path testClasses,
    boolean hasTestClasses,
    Path agentLog,
    Path reports) {

  /** The oldest Java version that the agent runs on. */
  static final int OLDEST_FEATURE = 17;

  /** The reason and what to do. The first one that holds hides the others. */
  public Suggestion suggestion() {
    if (plan.executions().isEmpty()) {
      return Suggestions.noTestPlugin(traces);
    }
    if (!hasTestClasses) {
      return Suggestions.noTests(traces, testClasses);
    }
    Optional<Jdk> tooOld = jvmTooOld(jvms);
    if (tooOld.isPresent()) {
      return Suggestions.testJvmTooOld(tooOld.get().toString());
    }
    if (prepared.isEmpty()) {
      return Suggestions.agentNotBound(traces);
    }
    if (plan.isSkipped()) {
      return Suggestions.testsSkipped(traces);
    }
    return plan.executions().stream()
        .filter(execution -> !plan.isSkipped(execution))
        .flatMap(execution -> reasonOf(execution).stream())
        .findFirst()
        .orElseGet(this::reasonOfProperty);
  }

  /** A JDK among those of the tests that cannot load the agent. */
  public static Optional<Jdk> jvmTooOld(TestJvms jvms) {
    return jvms.jdks().stream().filter(jdk -> jdk.release().feature() < OLDEST_FEATURE).findFirst();
  }

  private Optional<Suggestion> reasonOf(TestExecution execution) {
    Optional<String> notForked =
        setting(execution, "forkCount", "0").or(() -> setting(execution, "forkMode", "never"));
    if (notForked.isPresent()) {
      return notForked.map(
          setting -> Suggestions.testsNotForked(traces, execution.plugin(), setting));
    }
    return execution
        .setting("argLine")
        .filter(argLine -> !takesPropertyIn(argLine))
        .map(
            argLine ->
                Suggestions.argLineHidden(
                    traces, execution.plugin(), argLine, prepared.orElseThrow()));
  }

  private boolean takesPropertyIn(String argLine) {
    return argLine.contains("@{" + prepared.orElseThrow() + "}")
        || ArgLine.hasAgent(argLine, agentJar.toString());
  }

  private Optional<String> setting(TestExecution execution, String name, String value) {
    return plan.value(execution, name, name)
        .filter(value::equals)
        .map(found -> name + " is " + found);
  }

  private Suggestion reasonOfProperty() {
    String value = propertyValue == null ? "" : propertyValue;
    return ArgLine.hasAgent(value, agentJar.toString())
        ? Suggestions.agentSilent(traces, agentLog, reports)
        : Suggestions.argLineReplaced(traces, prepared.orElseThrow(), value);
  }
}
