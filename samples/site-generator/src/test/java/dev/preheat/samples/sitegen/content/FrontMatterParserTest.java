// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.SiteException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterParserTest {

  private static final String NEEDED = "title: Heaps\nsummary: Trees.\ndate: 2024-05-17\n";

  private final FrontMatterParser parser = new FrontMatterParser();

  @Test
  void readsEveryKey() {
    SourcePage page =
        parse(
            NEEDED
                + """
                updated: 2024-06-01
                author: Grace
                tags: [heaps, "C++"]
                order: 7
                draft: true
                aliases:
                  - old/heaps
                """);

    FrontMatter head = page.frontMatter();
    assertEquals("Heaps", head.title());
    assertEquals(LocalDate.of(2024, 5, 17), head.date());
    assertEquals(LocalDate.of(2024, 6, 1), head.updated());
    assertEquals("Grace", head.author());
    assertEquals(List.of("heaps", "C++"), head.tags());
    assertEquals(7, head.order());
    assertTrue(head.draft());
    assertEquals(List.of("old/heaps"), head.aliases());
    assertEquals("Body.\n", page.markdown());
  }

  @Test
  void whatMayBeLeftOutHasADefault() {
    FrontMatter head = parse(NEEDED).frontMatter();

    assertEquals(head.date(), head.updated());
    assertNull(head.author());
    assertEquals(List.of(), head.tags());
    assertEquals(0, head.order());
    assertFalse(head.draft());
  }

  @Test
  void linesMayEndAsOnWindows() {
    String text = ("---\n" + NEEDED + "---\nOne.\nTwo.\n").replace("\n", "\r\n");
    assertEquals("One.\nTwo.\n", parser.parse("x.md", text).markdown());
  }

  @Test
  void aRuleInTheTextDoesNotEndTheHead() {
    SourcePage page = parser.parse("x.md", "---\n" + NEEDED + "---\nOne.\n\n---\n\nTwo.\n");
    assertEquals("One.\n\n---\n\nTwo.\n", page.markdown());
  }

  @Test
  void aMissingHeadIsReported() {
    assertProblem("# Heaps\n", "x.md has no front matter.");
  }

  @Test
  void anOpenHeadIsReported() {
    assertProblem("---\n" + NEEDED, "The front matter of x.md does not end.");
  }

  @Test
  void anUnknownKeyIsReported() {
    assertProblem(
        "---\n" + NEEDED + "tag: x\n---\n",
        "unknown key \"tag\"; known are aliases, author, date, ");
  }

  @Test
  void aMissingKeyIsReported() {
    assertProblem("---\ntitle: Heaps\nsummary: Trees.\n---\n", "'date'");
  }

  @Test
  void anEmptyKeyIsReported() {
    assertProblem(
        "---\n" + NEEDED.replace("Heaps", "") + "---\n",
        "title, summary and date must not be empty");
  }

  @Test
  void aDateThatDoesNotExistIsReported() {
    assertProblem("---\n" + NEEDED.replace("05-17", "13-01") + "---\n", "2024-13-01");
  }

  @Test
  void aChangeBeforePublicationIsReported() {
    assertProblem(
        "---\n" + NEEDED + "updated: 2023-01-01\n---\n",
        "updated (2023-01-01) is before date (2024-05-17)");
  }

  @ParameterizedTest
  @CsvSource({
    "index.md,'','',true",
    "about.md,about/,'',false",
    "graphs/index.md,graphs/,graphs,true",
    "graphs/dijkstra.md,graphs/dijkstra/,graphs,false",
    "graphs/reindex.md,graphs/reindex/,graphs,false",
  })
  void filesBecomeFolders(String path, String url, String section, boolean index) {
    SourcePage page = new SourcePage(path, parse(NEEDED).frontMatter(), "");
    assertEquals(url, page.url());
    assertEquals(section, page.section());
    assertEquals(index, page.isIndex());
  }

  private SourcePage parse(String head) {
    return parser.parse("x.md", "---\n" + head + "---\nBody.\n");
  }

  private void assertProblem(String text, String words) {
    SiteException thrown = assertThrows(SiteException.class, () -> parser.parse("x.md", text));
    assertTrue(thrown.getMessage().contains(words), thrown::getMessage);
  }
}
