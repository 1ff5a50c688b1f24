// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages: short lines, no link that leads nowhere, no test that there is not. */
class PagesTest {

  private static final int MOST_COLUMNS = 120;
  private static final int MOST_LINES_OF_THE_OVERVIEW = 150;

  /** What each fact of docs/hotspot-notes.md has. */
  private static final List<String> PARTS = List.of("- *Source:* ", "- *Done:* ", "- *Test:* ");

  /** To another file, or to a heading of it. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /** A test by its name, or one of its methods; not within a command. */
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:#\\w+)?`");

  @Test
  void noLineIsTooLong() throws IOException {
    assertEquals(List.of(), tooLong(Codebase.pages()));
  }

  @Test
  void noLinkLeadsNowhere() throws IOException {
    assertEquals(List.of(), deadLinks(Codebase.pages()));
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    assertEquals(List.of(), missingTests(Codebase.pages()));
  }

  @Test
  void theOverviewIsShort() throws IOException {
    int lines = Files.readAllLines(Codebase.file("ARCHITECTURE.md")).size();

    assertTrue(lines <= MOST_LINES_OF_THE_OVERVIEW, lines + " lines");
  }

  @Test
  void everyFactHasItsSourceWhatIsDoneAndItsTest() {
    String notes = Messages.read("docs/hotspot-notes.md");

    assertTrue(facts(notes).size() > 30, facts(notes).toString());
    assertEquals(List.of(), incompleteFacts(notes));
  }

  @Test
  void whatBreaksTheRulesIsFound(@TempDir Path directory) throws IOException {
    Path page = directory.resolve("page.md");
    Files.writeString(
        page,
        "-".repeat(MOST_COLUMNS)
            + "\n"
            + "-".repeat(MOST_COLUMNS + 1)
            + "\n[a](page.md#part), [b](gone.md), [c](https://example.org/d), [e](#f)\n"
            + "`HabitsTest`, `HabitsTest#rule`, `GoneTest#rule`, `-Dtest=NameTest`\n");
    List<Path> pages = List.of(page);

    assertEquals(List.of(page + ", line 2: 121 columns, at most 120"), tooLong(pages));
    assertEquals(List.of(page + ": gone.md"), deadLinks(pages));
    assertEquals(List.of(page + ": GoneTest"), missingTests(pages));
    assertEquals(
        List.of("no test"),
        incompleteFacts(
            """
            ### complete

            - *Source:* a.
            - *Done:* b.
            - *Test:* c.

            ### no test

            - *Source:* a.
            - *Done:* b.
            """));
  }

  private static List<String> tooLong(List<Path> pages) throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path page : pages) {
      int number = 0;
      for (String line : Files.readAllLines(page)) {
        number++;
        int columns = line.codePointCount(0, line.length());
        if (columns > MOST_COLUMNS) {
          tooLong.add(
              page + ", line " + number + ": " + columns + " columns, at most " + MOST_COLUMNS);
        }
      }
    }
    return tooLong;
  }

  private static List<String> deadLinks(List<Path> pages) throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages) {
      for (String link : found(LINK, page)) {
        if (!Files.exists(page.resolveSibling(link))) {
          dead.add(page + ": " + link);
        }
      }
    }
    return dead;
  }

  private static List<String> missingTests(List<Path> pages) throws IOException {
    Set<String> sources =
        Codebase.sources().stream()
            .map(source -> source.getFileName().toString())
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Path page : pages) {
      for (String test : found(TEST, page)) {
        if (!sources.contains(test + ".java")) {
          missing.add(page + ": " + test);
        }
      }
    }
    return missing;
  }

  private static List<String> found(Pattern pattern, Path page) throws IOException {
    return pattern
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Headings of the third level, each with what stands below it. */
  private static List<String> facts(String notes) {
    return Pattern.compile("(?m)^### ").splitAsStream(notes).skip(1).toList();
  }

  private static List<String> incompleteFacts(String notes) {
    return facts(notes).stream()
        .filter(fact -> !PARTS.stream().allMatch(part -> fact.contains("\n" + part)))
        .map(fact -> fact.lines().findFirst().orElse(""))
        .toList();
  }
}
