// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;
import java.util.Set;

/**
 * What has to be known about a programming language to colour it.
 *
 * @param keywords reserved words, in lower case if case does not matter
 * @param lineComments what starts a comment that ends with the line
 * @param blockComments delimiters of other comments, opening then closing, without nesting
 * @param strings delimiters of literals, longest first
 * @param metaPrefixes characters that make a word an annotation or a directive
 * @param typesAreCapitalised whether a word with a capital first letter names a type
 * @param caseSensitive whether keywords are written in one case only
 */
record Grammar(
    Set<String> keywords,
    List<String> lineComments,
    List<CommentDelimiters> blockComments,
    List<StringDelimiter> strings,
    String metaPrefixes,
    boolean typesAreCapitalised,
    boolean caseSensitive) {

  /**
   * Delimiters of a comment.
   *
   * @param open what it starts with
   * @param close what it ends with
   */
  record CommentDelimiters(String open, String close) {}

  /**
   * Delimiter of a literal.
   *
   * @param text what the literal starts and ends with
   * @param escapes whether a backslash takes the meaning from the next character
   * @param multiLine whether the literal may go on behind the end of the line
   */
  record StringDelimiter(String text, boolean escapes, boolean multiLine) {}
}
