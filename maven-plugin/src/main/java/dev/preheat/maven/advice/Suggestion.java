// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.advice;

/**
 * What a user is told when something cannot be done.
 *
 * @param what happened, one sentence
 * @param why it happened, one sentence or more
 * @param remedy what the user can do about it
 * @param xml to paste into the POM; empty where there is none
 */
public record Suggestion(String what, String why, String remedy, String xml) {

  /** A suggestion without XML. */
  public Suggestion(String what, String why, String remedy) {
    this(what, why, remedy, "");
  }

  /** The whole text, several lines. */
  public String text() {
    StringBuilder text = new StringBuilder(what);
    text.append("\n  Why: ").append(indented(why));
    text.append("\n  What to do: ").append(indented(remedy));
    if (!xml.isEmpty()) {
      text.append("\n\n").append(xml.stripTrailing().indent(4).stripTrailing());
    }
    return text.toString();
  }

  private static String indented(String lines) {
    return lines.replace("\n", "\n    ");
  }
}
