// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason and message that a user can see has its entry in docs/troubleshooting.md. */
class TroubleshootingTest {

  private final String page = Messages.oneLine(Messages.read("docs/troubleshooting.md"));

  @Test
  void reasonsOfTheLoader() {
    List<MatchResult> reasons = Messages.reasonsOfTheLoader();

    assertTrue(reasons.size() > 10, reasons.toString());
    assertEquals(
        List.of(),
        missing(reasons.stream().map(each -> "`" + each.group(1) + "`, `" + each.group(2) + "`")));
  }

  @Test
  void reasonsWhyAMethodIsNoLongerUsed() {
    List<MatchResult> reasons = Messages.invalidations();

    assertTrue(reasons.size() > 2, reasons.toString());
    assertEquals(
        List.of(),
        missing(
            reasons.stream().map(each -> "`" + each.group(1) + "` | `" + each.group(2) + "` |")));
  }

  @Test
  void reasonsOfTheCompiler() {
    List<MatchResult> reasons = Messages.reasonsOfTheCompiler();

    assertTrue(reasons.size() > 10, reasons.toString());
    assertEquals(
        List.of(),
        missing(
            reasons.stream().map(each -> "`" + each.group(1) + "` | `" + each.group(2) + "` |")));
  }

  @Test
  void whatTheLoaderPrints() {
    check(Messages.printed(), 5);
  }

  @Test
  void refusals() throws IOException {
    check(Messages.refusals(), 40);
  }

  @Test
  void errorsOfTheCompiler() throws IOException {
    check(Messages.errorsOfTheCompiler(), 20);
  }

  @Test
  void whatTheAgentLogs() throws IOException {
    check(Messages.agentLog(), 5);
  }

  @Test
  void whatBisectionSays() {
    check(Messages.bisect(), 3);
  }

  @Test
  void suggestionsOfThePlugin() {
    check(Messages.suggestions(), 60);
  }

  @Test
  void textsAreFoundWhereTheyAre() {
    String source =
        """
        x = new Refusal("a (b", // "no"
            c ? "d" + "e" : '"' + "f", \"""
            block \"""); y("z");
        """;

    assertEquals(List.of("a (b", "d", "e", "f"), Messages.texts(source, Messages.REFUSAL));
    assertEquals(List.of("no such text"), missing(Stream.of("Reasons", "no such text")));
  }

  private void check(List<String> texts, int fewest) {
    assertTrue(texts.size() > fewest, texts.toString());
    assertEquals(List.of(), missing(texts.stream()));
  }

  private List<String> missing(Stream<String> texts) {
    TreeSet<String> missing = new TreeSet<>();
    texts.filter(text -> !page.contains(Messages.oneLine(text))).forEach(missing::add);
    return List.copyOf(missing);
  }
}
