// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgLineTest {
  private static final String JAR = "/repo/preheat-trace-agent.jar";
  private static final String AGENT = "-javaagent:/repo/preheat-trace-agent.jar=directory=/t";

  @Test
  void nothingBeforeIsJustTheAgent() {
    assertEquals(AGENT, withAgent(null));
    assertEquals(AGENT, withAgent(""));
    assertEquals(AGENT, withAgent(" \n "));
  }

  @Test
  void whatTheUserWroteIsKeptLetterByLetter() {
    String text = "-Da='x  y' -Db=\"c:\\d\" -Dc=\\\"q\\\"  @{other} ${surefire.forkNumber}";

    assertEquals(AGENT + " " + text, withAgent(text));
  }

  @Test
  void twiceIsOnce() {
    String once = withAgent("-Xmx1g");

    assertEquals(once, withAgent(once));
  }

  @Test
  void anEarlierAgentWithOtherOptionsIsReplaced() {
    assertEquals(
        AGENT + " -Da=1 -Db=2", withAgent("-Da=1 \"-javaagent:" + JAR + "=directory=/o\" -Db=2"));
    assertEquals(AGENT + " -Da=1", withAgent("-Da=1 -javaagent:" + JAR));
  }

  @Test
  void anotherAgentStays() {
    String jacoco = "-javaagent:/repo/org.jacoco.agent.jar=destfile=/p/jacoco.exec";

    assertEquals(AGENT + " " + jacoco + " -Xmx1g", withAgent(jacoco + " -Xmx1g"));
    assertEquals(
        AGENT + " -javaagent:" + JAR + ".other=x", withAgent("-javaagent:" + JAR + ".other=x"));
  }

  @Test
  void optionsTheUserHasAreNotRepeated() {
    List<String> options = List.of("-XX:+A", "-XX:+B");

    assertEquals(AGENT + " -XX:+A -XX:+B", ArgLine.withAgent("", JAR, "directory=/t", options));
    assertEquals(
        AGENT + " -XX:+A '-XX:+B' -Xmx1g",
        ArgLine.withAgent("'-XX:+B' -Xmx1g", JAR, "directory=/t", options));
  }

  @Test
  void anArgumentWithBlanksOrQuotesIsQuotedAsSurefireReadsIt() {
    assertEquals("plain", ArgLine.quoted("plain"));
    assertEquals("\"/a b/c\"", ArgLine.quoted("/a b/c"));
    assertEquals("\"/o'neil/c\"", ArgLine.quoted("/o'neil/c"));
    assertEquals("'/a\"b/c'", ArgLine.quoted("/a\"b/c"));
    for (String argument : List.of("plain", "/a b/c", "/o'neil/c", "/a\"b/c d")) {
      assertEquals(
          List.of(argument),
          ArgLine.tokens(ArgLine.quoted(argument)).stream().map(ArgLine.Token::value).toList());
    }
  }

  @Test
  void anArgumentThatCannotBeQuotedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ArgLine.quoted("/a\"b/o'neil"));
    assertThrows(IllegalArgumentException.class, () -> ArgLine.quoted("/a\nb"));
  }

  /** What maven-shared-utils' {@code CommandLineUtils.translateCommandline} makes of these. */
  @Test
  void textIsSplitAsSurefireSplitsIt() {
    assertEquals(List.of(), values("  "));
    assertEquals(List.of("a", "b"), values(" a  b "));
    assertEquals(List.of("a b", "c'd"), values("'a b' \"c'd\""));
    assertEquals(List.of("-Da=x y"), values("-Da='x y'"));
    assertEquals(List.of("\\\"a", "b\\\""), values("\\\"a b\\\""));
    assertEquals(List.of("c:\\d e"), values("\"c:\\d e\""));
  }

  @Test
  void findsTheAgent() {
    assertTrue(ArgLine.hasAgent("-Xmx1g \"" + AGENT + "\"", JAR));
    assertFalse(ArgLine.hasAgent("-Xmx1g", JAR));
    assertFalse(ArgLine.hasAgent("-javaagent:" + JAR + ".other", JAR));
  }

  private static String withAgent(String text) {
    return ArgLine.withAgent(text, JAR, "directory=/t", List.of());
  }

  private static List<String> values(String text) {
    return ArgLine.tokens(text).stream().map(ArgLine.Token::value).toList();
  }
}
