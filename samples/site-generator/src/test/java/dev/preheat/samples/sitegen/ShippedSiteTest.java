// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.cli.SiteCommand;
import dev.preheat.samples.sitegen.content.Folders;
import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Section;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.SiteOptions;
import dev.preheat.samples.sitegen.model.SiteReader;
import dev.preheat.samples.sitegen.model.Tag;
import dev.preheat.samples.sitegen.publish.SiteDigest;
import dev.preheat.samples.sitegen.publish.SiteFiles;
import dev.preheat.samples.sitegen.publish.SitePublisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Builds the site that ships with the generator. */
class ShippedSiteTest {

  private static final SiteOptions OPTIONS =
      new SiteOptions(SiteFolder.SHIPPED, false, Optional.empty());

  private static Site site;
  private static SiteFiles files;

  @TempDir private Path folder;

  @BeforeAll
  static void build() throws IOException {
    site = new SiteReader().read(OPTIONS);
    files = new SitePublisher(OPTIONS, true).publish(site);
  }

  @Test
  void theCommandWritesWhatTheDigestSays() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String output = folder.resolve("public").toString();
    String source = SiteFolder.SHIPPED.toString();

    int exitCode =
        SiteCommand.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute("build", source, "--output", output, "--digest", "--strict");

    assertEquals(0, exitCode, err::toString);
    assertEquals("", err.toString());
    String digest = SiteDigest.of(readAll(Path.of(output)));
    assertTrue(out.toString().endsWith("sha256 " + digest + System.lineSeparator()));
    assertEquals(SiteDigest.of(files.all()), digest);
  }

  @Test
  void everyPageIsPublished() {
    assertTrue(site.pages().size() >= 60);
    for (Page page : site.pages()) {
      String html = files.text(page.file());
      assertTrue(html.startsWith("<!DOCTYPE html>"), page.url());
      assertTrue(html.endsWith("</html>\n"), page.url());
      assertTrue(html.contains(page.isIndex() ? "<h1>" : "<p class=\"summary\">"), page.url());
      assertEquals(page.html().contains("{{"), html.contains("{{"), page.url());
    }
  }

  @Test
  void draftsAreLeftOut() {
    assertEquals(1, site.draftsLeftOut());
    assertFalse(files.all().containsKey("practice/feature-flags/index.html"));
  }

  @Test
  void sectionsAreInTheirOrder() {
    assertEquals(
        List.of("algorithms", "structures", "languages", "systems", "practice", "reference"),
        site.sections().stream().map(Section::name).toList());
    Section first = site.sections().getFirst();
    assertEquals("Growth and complexity", first.pages().getFirst().title());
    assertEquals(first.pages().get(1), first.after(first.pages().getFirst()).orElseThrow());
    assertEquals(Optional.empty(), first.before(first.pages().getFirst()));
  }

  @Test
  void everyTagHasAPageThatListsItsPages() {
    for (Tag tag : site.tags()) {
      String html = files.text(tag.url() + "index.html");
      for (Page page : tag.pages()) {
        assertTrue(html.contains("href=\"/" + page.url() + "\""), tag.name());
      }
    }
  }

  @Test
  void relatedPagesAreOtherArticles() {
    for (Page page : site.pages()) {
      List<Page> related = site.related().get(page.url());
      assertTrue(related.size() <= site.config().relatedPages());
      assertFalse(related.contains(page), page.url());
      assertTrue(related.stream().noneMatch(Page::isIndex), page.url());
    }
    assertTrue(
        site.related().get("algorithms/quicksort/").stream()
            .anyMatch(page -> page.url().equals("algorithms/merge-sort/")));
  }

  @Test
  void theSearchFindsWhatPagesAreAbout() {
    assertEquals("structures/bloom-filter/", firstHit("bloom filters"));
    assertEquals("systems/tls/", firstHit("expired certificate"));
    assertEquals("languages/sql-windows/", firstHit("window function frame"));
  }

  @Test
  void theFeedIsWellFormedAndNewestFirst() throws Exception {
    Document feed = parse("feed.xml");
    assertEquals(15, feed.getElementsByTagName("entry").getLength());
    String newest = site.articlesNewestFirst().getFirst().title();
    assertEquals(
        newest,
        feed.getElementsByTagName("entry").item(0).getChildNodes().item(1).getTextContent());
  }

  @Test
  void theSitemapHasEveryPageAndTag() throws Exception {
    int locations = parse("sitemap.xml").getElementsByTagName("loc").getLength();
    assertEquals(site.pages().size() + site.tags().size(), locations);
  }

  @Test
  void aliasesRedirect() {
    assertTrue(
        files
            .text("algorithms/dijkstra/index.html")
            .contains("content=\"0; url=/algorithms/shortest-paths/\""));
  }

  private String firstHit(String query) {
    return site.index().search(query, 1).getFirst().document().url();
  }

  private static Document parse(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    // The parser's limits are 100,000 characters; feeds with whole pages are longer.
    factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.all().get(file)));
  }

  private static SortedMap<String, byte[]> readAll(Path output) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (String path : Folders.filesBelow(output)) {
      contents.put(path, Files.readAllBytes(output.resolve(path)));
    }
    return contents;
  }
}
