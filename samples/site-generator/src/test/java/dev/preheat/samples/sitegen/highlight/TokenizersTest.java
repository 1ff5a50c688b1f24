// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.SiteFolder;
import dev.preheat.samples.sitegen.content.ContentReader;
import dev.preheat.samples.sitegen.content.SourcePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizersTest {

  private static final List<String> LANGUAGES =
      List.of(
          "java",
          "kotlin",
          "c",
          "go",
          "rust",
          "javascript",
          "python",
          "sql",
          "shell",
          "console",
          "json",
          "yaml",
          "properties",
          "xml",
          "css",
          "diff");

  private final Languages languages = new Languages();

  /** Every listing of the shipped site: code that people really write. */
  static Stream<String> listings() throws IOException {
    List<String> listings = new ArrayList<>();
    Parser parser = Parser.builder().build();
    for (SourcePage page : new ContentReader().read(SiteFolder.SHIPPED.resolve("content"))) {
      parser
          .parse(page.markdown())
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(FencedCodeBlock block) {
                  listings.add(block.getLiteral());
                }
              });
    }
    return listings.stream();
  }

  @ParameterizedTest
  @MethodSource("listings")
  void nothingIsLostWhateverTheLanguage(String code) {
    for (String language : LANGUAGES) {
      assertEquals(code, join(tokenize(language, code)), language);
    }
  }

  @Test
  void codeThatIsCutOffAnywhereIsNoProblem() {
    String code =
        "@A /* b */ \"c\\\"d\" 'e' `f` \"\"\"g\"\"\" <h i=\"j\"/> &k; #l { m: 1.5e-3; } -- n\\";
    for (int end = 0; end <= code.length(); end++) {
      for (String language : LANGUAGES) {
        assertEquals(code.substring(0, end), join(tokenize(language, code.substring(0, end))));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "c", "go", "rust", "javascript", "kotlin"})
  void braceLanguagesKnowCommentsAndStrings(String language) {
    assertTokens(
        language, "\"a // b\" /* \"c\" */ // d", "s:\"a // b\"", "c:/* \"c\" */", "c:// d");
  }

  @Test
  void javaWordsAreToldApart() {
    assertTokens(
        "java",
        "@Override public int size() { return Math.max(0xFF_L, 1.5e3); }",
        "m:@Override",
        "k:public",
        "k:int",
        "f:size",
        "k:return",
        "t:Math",
        "f:max",
        "n:0xFF_L",
        "n:1.5e3");
  }

  @Test
  void textBlocksSpanLines() {
    assertTokens("java", "x = \"\"\"\n a \"b\"\n \"\"\";", "s:\"\"\"\n a \"b\"\n \"\"\"");
  }

  @Test
  void anOpenStringEndsWithItsLine() {
    assertTokens("java", "\"open\nint", "s:\"open", "k:int");
  }

  @Test
  void sqlKeywordsAreKnownInAnyCase() {
    assertTokens("sql", "SELECT name From t -- x", "k:SELECT", "k:From", "c:-- x");
  }

  @Test
  void sqlQuotesAreDoubled() {
    assertTokens("sql", "'it''s \\' x", "s:'it'", "s:'s \\'");
  }

  @Test
  void jsonKeysAreNoStrings() {
    assertTokens(
        "json",
        "{\"a\" : \"b\", \"c\": [true, -1.5e+3]}",
        "y:\"a\"",
        "s:\"b\"",
        "y:\"c\"",
        "k:true",
        "n:-1.5e+3");
  }

  @Test
  void yamlKeysStandAtTheStart() {
    assertTokens(
        "yaml",
        "- name: \"x: y\" # z\n  port: 8080\n  on: true",
        "y:name",
        "s:\"x: y\"",
        "c:# z",
        "y:port",
        "n:8080",
        "y:on",
        "k:true");
  }

  @Test
  void propertiesHaveAnEqualsSign() {
    assertTokens("properties", "[a]\nb.c = 1.5", "y:b.c", "n:1.5");
  }

  @Test
  void markupHasElementsAttributesAndEntities() {
    assertTokens(
        "xml",
        "<?xml?><!-- c --><a b='c'>d &amp; e</a>",
        "m:<?xml?>",
        "c:<!-- c -->",
        "g:<a",
        "y:b",
        "s:'c'",
        "g:>",
        "m:&amp;",
        "g:</a",
        "g:>");
  }

  @Test
  void styleSheetsHaveSelectorsAndProperties() {
    assertTokens(
        "css",
        ".a { color: #fff; width: 1.5rem }",
        "g:.a",
        "y:color",
        "n:#fff",
        "y:width",
        "n:1.5rem");
  }

  @Test
  void diffsAreColouredByLine() {
    assertTokens("diff", "@@ -1 +1 @@\n-a\n+b\n c", "m:@@ -1 +1 @@", "d:-a", "i:+b");
  }

  @Test
  void sessionsShowPromptsAndLeaveOutputAlone() {
    assertTokens(
        "console", "$ echo \"$x\"\nfor ever\n$ exit", "m:$ ", "s:\"$x\"", "m:$ ", "k:exit");
  }

  @Test
  void unknownLanguagesAreEscapedOnly() {
    assertFalse(languages.tokenizerFor("brainfuck").isPresent());
    assertEquals("a &lt; b", new Highlighter(languages).highlight("brainfuck", "a < b"));
  }

  @Test
  void tokensBecomeSpans() {
    assertEquals(
        "<span class=\"k\">if</span> (a &lt; <span class=\"n\">1</span>)",
        new Highlighter(languages).highlight("java", "if (a < 1)"));
  }

  private void assertTokens(String language, String code, String... expected) {
    List<Token> tokens = tokenize(language, code);
    assertEquals(code, join(tokens));
    assertTrue(tokens.stream().noneMatch(token -> token.text().isEmpty()));
    List<String> coloured =
        tokens.stream()
            .filter(token -> token.type() != TokenType.PLAIN)
            .map(token -> token.type().cssClass() + ":" + token.text())
            .toList();
    assertEquals(List.of(expected), coloured);
  }

  private List<Token> tokenize(String language, String code) {
    return languages.tokenizerFor(language).orElseThrow().tokenize(code);
  }

  private static String join(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }
}
