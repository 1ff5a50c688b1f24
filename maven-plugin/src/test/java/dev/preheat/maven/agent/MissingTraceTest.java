// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.maven.advice.Suggestion;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.jdk.FakeJdk;
import dev.preheat.maven.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingTraceTest {
  private static final Path TRACES = Path.of("/p/target/preheat/traces");
  private static final Path TESTS = Path.of("/p/target/test-classes");
  private static final Path LOG = Path.of("/p/target/preheat/agent.log");
  private static final Path REPORTS = Path.of("/p/target/surefire-reports");
  private static final Path AGENT = Path.of("/repo/agent.jar");
  private static final String AGENT_ARGUMENT = "-javaagent:/repo/agent.jar=directory=/t";
  private static final String SUREFIRE = "maven-surefire-plugin";
  private static final TestJvms NO_JVMS = new TestJvms(List.of(), List.of());

  @TempDir private Path directory;

  @Test
  void noTestPlugin() {
    assertEquals(
        Suggestions.noTestPlugin(TRACES), suggestion(plan(Map.of()), Optional.empty(), ""));
  }

  @Test
  void noTests() {
    MissingTrace missing =
        new MissingTrace(
            TRACES,
            plan(Map.of(), execution(Map.of())),
            NO_JVMS,
            Optional.of("argLine"),
            AGENT_ARGUMENT,
            AGENT,
            TESTS,
            false,
            LOG,
            REPORTS);

    assertEquals(Suggestions.noTests(TRACES, TESTS), missing.suggestion());
  }

  @Test
  void jdkTooOldForTheAgent() throws IOException {
    Jdk jdk = Jdk.at(FakeJdk.create(directory, "1.8.0_402"));
    MissingTrace missing =
        new MissingTrace(
            TRACES,
            plan(Map.of(), execution(Map.of())),
            new TestJvms(List.of(jdk), List.of()),
            Optional.empty(),
            "",
            AGENT,
            TESTS,
            true,
            LOG,
            REPORTS);

    assertEquals(Suggestions.testJvmTooOld("JDK 1.8.0_402 in " + directory), missing.suggestion());
  }

  @Test
  void agentNotPrepared() {
    assertEquals(
        Suggestions.agentNotBound(TRACES),
        suggestion(plan(Map.of(), execution(Map.of())), Optional.empty(), ""));
  }

  @Test
  void testsSkipped() {
    assertEquals(
        Suggestions.testsSkipped(TRACES),
        suggestion(plan(Map.of("skipTests", ""), execution(Map.of()))));
  }

  @Test
  void testsNotForked() {
    assertEquals(
        Suggestions.testsNotForked(TRACES, SUREFIRE, "forkCount is 0"),
        suggestion(plan(Map.of("forkCount", "0"), execution(Map.of()))));
    assertEquals(
        Suggestions.testsNotForked(TRACES, SUREFIRE, "forkMode is never"),
        suggestion(plan(Map.of(), execution(Map.of("forkMode", "never")))));
  }

  @Test
  void argLineHidden() {
    assertEquals(
        Suggestions.argLineHidden(TRACES, SUREFIRE, "-Xmx1g", "argLine"),
        suggestion(plan(Map.of(), execution(Map.of("argLine", "-Xmx1g")))));
    assertEquals(
        Suggestions.argLineHidden(TRACES, SUREFIRE, "@{argLine} -Xmx1g", "traceArgs"),
        suggestion(
            plan(Map.of(), execution(Map.of("argLine", "@{argLine} -Xmx1g"))),
            Optional.of("traceArgs"),
            AGENT_ARGUMENT));
  }

  @Test
  void argLineReplaced() {
    assertEquals(
        Suggestions.argLineReplaced(TRACES, "argLine", "-javaagent:/repo/other.jar"),
        suggestion(
            plan(Map.of(), execution(Map.of())),
            Optional.of("argLine"),
            "-javaagent:/repo/other.jar"));
  }

  @Test
  void everythingAsItHasToBe() {
    assertEquals(
        Suggestions.agentSilent(TRACES, LOG, REPORTS),
        suggestion(plan(Map.of(), execution(Map.of("argLine", "@{argLine} -Xmx1g")))));
  }

  @Test
  void aSkippedExecutionIsNotTheReason() {
    TestExecution skipped = execution(Map.of("skip", "true", "forkCount", "0"));

    assertEquals(
        Suggestions.argLineHidden(TRACES, SUREFIRE, "-ea", "argLine"),
        suggestion(plan(Map.of(), skipped, execution(Map.of("argLine", "-ea")))));
  }

  private static Suggestion suggestion(TestPlan plan) {
    return suggestion(plan, Optional.of("argLine"), AGENT_ARGUMENT);
  }

  private static Suggestion suggestion(TestPlan plan, Optional<String> prepared, String value) {
    return new MissingTrace(
            TRACES, plan, NO_JVMS, prepared, value, AGENT, TESTS, true, LOG, REPORTS)
        .suggestion();
  }

  private static TestPlan plan(Map<String, String> properties, TestExecution... executions) {
    return new TestPlan(List.of(executions), properties::get);
  }

  private static TestExecution execution(Map<String, String> settings) {
    return new TestExecution(SUREFIRE, "default-test", settings, Map.of());
  }
}
