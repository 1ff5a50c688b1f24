// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.SiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssMinifierTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a { color : red ; }|a{color :red}",
        "/* x */ a{}|a{}",
        "a /* x */ b {}|a b{}",
        "a,  b > c {}|a,b>c{}",
        "a { margin: 0px 0.5em; }|a{margin:0 .5em}",
        "a { width: calc(0px + 1em) }|a{width:calc(0px + 1em)}",
        "a { color: #AABBCC; }|a{color:#ABC}",
        "a { color: #AABBCD; }|a{color:#AABBCD}",
        "#aabbcc { top: 0em }|#aabbcc{top:0}",
        "a { content: \" /* ; */ 0px \" ; }|a{content:\" /* ; */ 0px \"}",
        "a { content: \"\\\"}\"; }|a{content:\"\\\"}\"}",
        "a:hover .b {}|a:hover .b{}",
        "@media (min-width: 10em) and (print) {}|@media (min-width:10em) and (print){}",
        "/* open|``",
        "a { x: 'open|a{x:'open",
      })
  void becomesSmaller(String css, String minified) {
    assertEquals(minified, CssMinifier.minify(css));
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "layout", "code", "print"})
  void doingItTwiceChangesNothing(String name) throws IOException {
    Path file = SiteFolder.SHIPPED.resolve("assets/css/" + name + ".css");
    String css = Files.readString(file);

    String minified = CssMinifier.minify(css);

    assertTrue(minified.length() < css.length() * 0.9);
    assertEquals(minified, CssMinifier.minify(minified));
    assertEquals(count(css, '{'), count(minified, '{'));
    assertEquals(count(css, '}'), count(minified, '}'));
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
