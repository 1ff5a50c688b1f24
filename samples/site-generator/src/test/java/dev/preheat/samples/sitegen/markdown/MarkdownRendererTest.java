// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.content.DataTable;
import dev.preheat.samples.sitegen.content.FrontMatter;
import dev.preheat.samples.sitegen.content.SourcePage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownRendererTest {

  private static final FrontMatter HEAD =
      new FrontMatter("T", "S", LocalDate.of(2024, 5, 17), null, null, null, 0, false, null);
  private static final DataTable SIZES =
      new DataTable(
          "Sizes",
          List.of(
              new DataTable.Column("Name", DataTable.Kind.TEXT),
              new DataTable.Column("Symbol", DataTable.Kind.CODE),
              new DataTable.Column("Bytes", DataTable.Kind.NUMBER)),
          List.of(List.of(new TextNode("a < b"), new TextNode("&"), new IntNode(1048576))));

  private final MarkdownRenderer renderer =
      new MarkdownRenderer("/docs/", new TreeMap<>(Map.of("sizes", SIZES)));

  @Test
  void headingsGetAnchorsAndAContentsList() {
    RenderedText text = render("## One `x`\n\n### Deep\n\n#### Too deep\n\n## One `x`\n");

    assertTrue(text.html().contains("<h2 id=\"one-x\">"));
    assertTrue(text.html().contains("<h2 id=\"one-x-1\">"));
    assertEquals(
        List.of(
            new TocEntry("one-x", "One x", List.of(new TocEntry("deep", "Deep", List.of()))),
            new TocEntry("one-x-1", "One x", List.of())),
        withoutQuotes(text.contents()));
  }

  @ParameterizedTest
  @CsvSource({
    "heap.md,/docs/trees/heap/",
    "heap.md#add,/docs/trees/heap/#add",
    "../graphs/index.md,/docs/graphs/",
    "index.md,/docs/trees/",
    "../index.md,/docs/",
    "../assets/a.svg,/docs/assets/a.svg",
    "#here,#here",
    "/elsewhere/,/elsewhere/",
    "mailto:ada@example.org,mailto:ada@example.org",
  })
  void linksToFilesBecomeLinksToPages(String written, String expected) {
    String html = render("[x](" + written + ")").html();
    assertEquals("<p><a href=\"" + expected + "\">x</a></p>\n", html);
  }

  @Test
  void linksOutOfTheSiteAreMarked() {
    assertEquals(
        "<p><a rel=\"external noopener\" href=\"https://example.org/\">https://example.org/</a></p>\n",
        sorted(render("https://example.org/").html()));
  }

  @Test
  void picturesLoadWhenTheyAreSeen() {
    String html = render("![A tree](../assets/tree.svg)").html();
    assertTrue(html.contains("src=\"/docs/assets/tree.svg\""), html);
    assertTrue(html.contains("loading=\"lazy\""), html);
  }

  @Test
  void extensionsAreInPlace() {
    String html =
        render(
                "| a | b |\n| --- | ---: |\n| 1 | ~~2~~ |\n\n- [x] done\n\nText[^1].\n\n[^1]: Note.\n")
            .html();
    assertTrue(html.contains("<td align=\"right\"><del>2</del></td>"), html);
    assertTrue(html.contains("<input type=\"checkbox\""), html);
    assertTrue(html.contains("id=\"fn-1\""), html);
  }

  @Test
  void codeIsColouredTitledAndNumbered() {
    String html = render("```java title=\"A.java\" lines\nint a;\nint b;\n```\n").html();
    assertEquals(
        "<figure class=\"code\"><figcaption>A.java</figcaption><pre><code class=\"language-java\">"
            + "<span class=\"ln\">1</span><span class=\"k\">int</span> a;\n"
            + "<span class=\"ln\">2</span><span class=\"k\">int</span> b;\n"
            + "</code></pre></figure>\n",
        html);
  }

  @Test
  void dataBlocksBecomeTables() {
    String html = render("```data sizes\n```\n").html();
    assertTrue(html.contains("<caption>Sizes</caption>"), html);
    assertTrue(
        html.contains(
            "<tr><td>a &lt; b</td><td><code>&amp;</code></td>"
                + "<td class=\"number\">1,048,576</td></tr>"),
        html);
  }

  @Test
  void anUnknownTableIsReported() {
    SiteException thrown =
        assertThrows(SiteException.class, () -> render("```data weights\n```\n"));
    assertTrue(thrown.getMessage().contains("no data file for the block \"data weights\""));
    assertTrue(thrown.getMessage().contains("[sizes]"));
  }

  @Test
  void figuresAboutTheTextAreCounted() {
    PageFacts facts =
        render(
                "It's a well-known `fact`, see [this page](x.md).\n\n"
                    + "```java\na\nb\n```\n\n```\nc\n```\n\n    indented\n\n```data sizes\n```\n")
            .facts();

    assertEquals(7, facts.words());
    assertEquals(4, facts.codeLines());
    assertEquals(Map.of("java", 1, "text", 2), facts.codeBlocks());
    assertEquals(3, facts.codeBlockCount());
    assertEquals(1, facts.links());
  }

  @Test
  void plainTextHasNoMarkup() {
    String text = render("## Head\n\nSome *text* with [a link](x.md).\n").plainText();
    assertFalse(text.contains("*") || text.contains("#"), text);
    assertTrue(text.contains("Some text with"), text);
  }

  @Test
  void infoStringsHaveOptions() {
    assertEquals(new InfoString("", "", "", false), InfoString.parse(null));
    assertEquals(new InfoString("java", "", "", false), InfoString.parse("Java"));
    assertEquals(
        new InfoString("c", "lines", "a b.c", true), InfoString.parse("c title=\"a b.c\" lines"));
    assertEquals(new InfoString("data", "x/y", "", false), InfoString.parse("data x/y"));
  }

  private RenderedText render(String markdown) {
    return renderer.render(new SourcePage("trees/page.md", HEAD, markdown));
  }

  /** Code in a heading is quoted in its plain text. */
  private static List<TocEntry> withoutQuotes(List<TocEntry> entries) {
    return entries.stream()
        .map(e -> new TocEntry(e.id(), e.text().replace("\"", ""), withoutQuotes(e.children())))
        .toList();
  }

  private static String sorted(String html) {
    return html.replace(
        "href=\"https://example.org/\" rel=\"external noopener\"",
        "rel=\"external noopener\" href=\"https://example.org/\"");
  }
}
