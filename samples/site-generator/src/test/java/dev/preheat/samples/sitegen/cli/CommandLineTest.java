// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.preheat.samples.sitegen.SiteFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir private Path folder;

  private SiteFolder site;
  private String source;
  private String output;

  /** What a run of the program left behind. */
  private record Run(int exitCode, String out, String err) {}

  @BeforeEach
  void makeSite() throws IOException {
    site =
        SiteFolder.in(folder.resolve("source"))
            .page("trees/index.md", "Trees", "order: 1\n", "All trees: [heap](heap.md).")
            .page("trees/heap.md", "Heap", "tags: [heaps]\naliases: [heap]\n", "Sift up.")
            .page("trees/trie.md", "Trie", "tags: [text, heaps]\n", "Letters. [x](heap.md)")
            .page("trees/treap.md", "Treap", "draft: true\n", "Not yet.");
    source = site.path().toString();
    output = folder.resolve("out").toString();
  }

  @Test
  void withoutACommandTheProgramSaysWhatItCanDo() {
    Run run = run();
    assertEquals(0, run.exitCode());
    for (String command : List.of("build", "check", "stats", "search", "new")) {
      assertTrue(run.out().contains("  " + command + " "), run.out());
    }
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : List.of("build", "check", "stats", "search", "new")) {
      Run run = run(command, "--help");
      assertEquals(0, run.exitCode());
      assertTrue(run.out().startsWith("Usage: site " + command), run.out());
    }
    assertEquals("site 1.0\n", run("--version").out());
  }

  @Test
  void aWrongCommandLineIsExplained() {
    Run run = run("build", source);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("Missing required option: '--output=FOLDER'"), run.err());
    assertEquals(2, run("biuld").exitCode());
  }

  @Test
  void buildWritesTheSiteAndASummary() {
    Run run = run("build", source, "-o", output);

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.out().contains("pages   4 pages in 1 section, 2 tags, 1 draft left out\n"), run.out());
    assertTrue(run.out().contains("0 broken\n"), run.out());
    for (String file :
        List.of(
            "index.html",
            "trees/heap/index.html",
            "tags/heaps/index.html",
            "archive/index.html",
            "heap/index.html",
            "404.html",
            "feed.xml",
            "sitemap.xml",
            "robots.txt",
            "search.json",
            "assets/img/logo.svg")) {
      assertTrue(Files.isRegularFile(folder.resolve("out").resolve(file)), file);
    }
    assertFalse(Files.exists(folder.resolve("out/trees/treap")));
  }

  @Test
  void aSecondBuildWritesNothing() {
    run("build", source, "-o", output);
    assertTrue(run("build", source, "-o", output).out().contains(", 0 written\n"));
  }

  @Test
  void quietBuildsPrintTheDigestOnly() {
    Run first = run("build", source, "-o", output, "--quiet", "--digest");
    Run second = run("build", source, "-o", folder.resolve("again").toString(), "-q", "--digest");
    assertTrue(first.out().matches("sha256 [0-9a-f]{64}\n"), first.out());
    assertEquals(first.out(), second.out());
  }

  @Test
  void draftsAreBuiltWhenAskedFor() {
    Run run = run("build", source, "-o", output, "--drafts");
    assertTrue(run.out().contains("5 pages"), run.out());
    assertTrue(Files.exists(folder.resolve("out/trees/treap/index.html")));
  }

  @Test
  void theAddressCanBeChanged() throws IOException {
    run("build", source, "-o", output, "--base-url", "http://localhost:8000/");
    String page = Files.readString(folder.resolve("out/trees/index.html"));
    assertTrue(page.contains("href=\"/trees/heap/\""));
    assertFalse(page.contains("/docs/"));
  }

  @Test
  void styleSheetsAreMinifiedUnlessToldOtherwise() throws IOException {
    run("build", source, "-o", output);
    run("build", source, "-o", folder.resolve("plain").toString(), "--no-minify");
    assertTrue(styles("out").length() < styles("plain").length());
    assertTrue(styles("plain").contains("/* Listings."));
  }

  @Test
  void brokenLinksAreReportedAndStrictBuildsFail() throws IOException {
    site.page("trees/broken.md", "Broken", "", "[x](gone.md) [y](heap.md#gone)");

    Run lenient = run("build", source, "-o", output);
    Run strict = run("build", source, "-o", output, "--strict");

    String problems =
        """
        trees/broken/index.html: /docs/trees/gone/: no such page or file
        trees/broken/index.html: /docs/trees/heap/#gone: no such heading or anchor on that page
        """;
    assertEquals(0, lenient.exitCode());
    assertEquals(problems, lenient.err());
    assertEquals(1, strict.exitCode());
    assertEquals(problems, strict.err());
  }

  @Test
  void checkWritesNothing() {
    Run run = run("check", source);
    assertEquals(0, run.exitCode());
    assertTrue(run.out().endsWith(" links inside the site, 0 broken\n"), run.out());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void checkReportsInJson() throws IOException {
    site.page("trees/broken.md", "Broken", "", "[x](gone.md)");

    Run run = run("check", source, "--format", "json");

    JsonNode report = new ObjectMapper().readTree(run.out());
    assertEquals(1, run.exitCode());
    assertEquals("trees/broken/index.html", report.at("/broken/0/file").asText());
    assertEquals("MISSING_FILE", report.at("/broken/0/reason").asText());
  }

  @Test
  void statsListsEveryPage() {
    Run run = run("stats", source, "--sort", "words");
    assertEquals(0, run.exitCode());
    List<String> lines = run.out().lines().toList();
    assertEquals(5, lines.size());
    assertTrue(lines.get(1).endsWith("  2024-05-17  /trees/"), lines.get(1));
  }

  @Test
  void statsSortsAsAsked() {
    assertTrue(run("stats", source).out().lines().toList().get(1).endsWith("  /"));
    assertTrue(run("stats", source, "--sort=date").out().contains("/trees/trie/"));
  }

  @Test
  void searchFindsPagesOfABuiltSite() {
    run("build", source, "-o", output);
    assertEquals("/trees/trie/\n  Trie\n", run("search", output, "letter").out());
    assertEquals(1, run("search", output, "zebra").exitCode());
  }

  @Test
  void searchNeedsABuiltSite() throws IOException {
    Run missing = run("search", source, "heap");
    assertEquals(1, missing.exitCode());
    assertTrue(missing.err().startsWith("There is no search.json in " + source));

    site.file("search.json", "[]");
    assertTrue(run("search", source, "heap").err().contains("is no search index"));
  }

  @Test
  void newStartsADraft() throws IOException {
    String[] command = {
      "new", source, "B-tree: blocks", "--section", "trees", "--date", "2025-01-02", "--tag", "text"
    };

    Run run = run(command);

    Path file = site.path().resolve("content/trees/b-tree-blocks.md");
    assertEquals(file + "\n", run.out());
    assertTrue(Files.readString(file).contains("draft: true\n"));
    assertTrue(run("build", source, "-o", output, "--drafts").out().contains("6 pages"));

    Run again = run(command);
    assertEquals(1, again.exitCode());
    assertTrue(again.err().startsWith("There is a page " + file + " already."));
  }

  @Test
  void problemsOfTheSiteAreToldWithoutAStackTrace() throws IOException {
    site.page("orphans/page.md", "Orphan", "", "Alone.");
    Run run = run("build", source, "-o", output);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("The folder content/orphans has no index.md."), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void tagsThatWouldShareAnAddressAreReported() throws IOException {
    site.page("trees/a.md", "A", "tags: [big data, big-data]\n", "x");
    Run run = run("check", source);
    assertTrue(run.err().contains("would share the address tags/big-data/"), run.err());
  }

  @Test
  void aMissingStyleSheetIsReported() throws IOException {
    Files.delete(site.path().resolve("assets/css/code.css"));
    Run run = run("build", source, "-o", output);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("There is no style sheet "), run.err());
  }

  private String styles(String outputFolder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(outputFolder).resolve("assets"))) {
      Path sheet = files.filter(file -> file.toString().endsWith(".css")).findFirst().orElseThrow();
      return Files.readString(sheet);
    }
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        SiteCommand.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    return new Run(exitCode, normalised(out), normalised(err));
  }

  private static String normalised(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
