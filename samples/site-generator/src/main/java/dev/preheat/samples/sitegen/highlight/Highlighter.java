// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import dev.preheat.samples.sitegen.text.Html;
import java.util.List;

/** Turns code into HTML with one span for each coloured token. */
public final class Highlighter {

  private final Languages languages;

  /**
   * @param languages the languages that get colours
   */
  public Highlighter(Languages languages) {
    this.languages = languages;
  }

  /** Returns the code as HTML, uncoloured if the language is unknown or not named. */
  public String highlight(String language, String code) {
    return languages
        .tokenizerFor(language)
        .map(tokenizer -> render(tokenizer.tokenize(code)))
        .orElseGet(() -> Html.escape(code));
  }

  private static String render(List<Token> tokens) {
    StringBuilder html = new StringBuilder();
    for (Token token : tokens) {
      if (token.type() == TokenType.PLAIN) {
        html.append(Html.escape(token.text()));
      } else {
        html.append("<span class=\"").append(token.type().cssClass()).append("\">");
        html.append(Html.escape(token.text())).append("</span>");
      }
    }
    return html.toString();
  }
}
