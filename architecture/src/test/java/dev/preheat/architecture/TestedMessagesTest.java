// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every reason and message that a user can see is in a test, word for word. (Those of the plugin
 * are compared by its own.)
 */
class TestedMessagesTest {

  private final String tests;

  TestedMessagesTest() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path source : Codebase.sources()) {
      if (source.toString().contains("/src/test/")
          && !source.toString().contains("/architecture/")) {
        // Long strings are written in parts.
        text.append(Files.readString(source).replaceAll("\"\\s*\\+\\s*\"", ""));
      }
    }
    tests = Messages.oneLine(text.toString());
  }

  @Test
  void reasons() {
    check(Messages.reasonsOfTheLoader().stream().map(TestedMessagesTest::text).toList(), 10);
    check(Messages.invalidations().stream().map(TestedMessagesTest::text).toList(), 2);
    check(Messages.reasonsOfTheCompiler().stream().map(TestedMessagesTest::text).toList(), 10);
  }

  @Test
  void refusals() throws IOException {
    check(Messages.refusals(), 40);
  }

  @Test
  void whatTheLoaderPrints() {
    check(Messages.printed(), 5);
  }

  @Test
  void errorsOfTheCompiler() throws IOException {
    check(Messages.errorsOfTheCompiler(), 20);
  }

  private static String text(MatchResult constant) {
    return constant.group(2);
  }

  private void check(List<String> texts, int fewest) {
    assertTrue(texts.size() > fewest, texts.toString());
    TreeSet<String> missing = new TreeSet<>();
    Stream<String> untested =
        texts.stream().map(Messages::oneLine).filter(text -> !tests.contains(text));
    untested.forEach(missing::add);
    assertEquals(List.of(), List.copyOf(missing));
  }
}
