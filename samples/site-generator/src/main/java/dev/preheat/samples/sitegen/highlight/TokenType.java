// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

/** What a piece of code is, as far as colouring cares. */
public enum TokenType {
  /** Anything that needs no colour. */
  PLAIN(""),
  /** A reserved word. */
  KEYWORD("k"),
  /** The name of a type. */
  TYPE("t"),
  /** A name followed by an opening parenthesis. */
  FUNCTION("f"),
  /** A text or character literal. */
  STRING("s"),
  /** A number. */
  NUMBER("n"),
  /** A comment. */
  COMMENT("c"),
  /** An annotation, attribute, decorator, directive or prompt. */
  META("m"),
  /** The name of a markup element. */
  TAG("g"),
  /** The key of a pair, or the name of a property or variable. */
  KEY("y"),
  /** A line that was added. */
  INSERTED("i"),
  /** A line that was taken away. */
  DELETED("d");

  private final String cssClass;

  TokenType(String cssClass) {
    this.cssClass = cssClass;
  }

  /** Returns the class in the style sheet, empty for plain text. */
  public String cssClass() {
    return cssClass;
  }
}
