// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A position in a piece of code, and the tokens before it. Text between two tokens becomes a plain
 * token by itself.
 */
final class CodeScanner {

  private final String code;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int plainStart;

  CodeScanner(String code) {
    this.code = code;
  }

  boolean atEnd() {
    return position >= code.length();
  }

  int position() {
    return position;
  }

  /** Returns the character some places ahead, or 0 behind the end. */
  char peek(int ahead) {
    int index = position + ahead;
    return index >= 0 && index < code.length() ? code.charAt(index) : 0;
  }

  boolean startsWith(String text) {
    return code.startsWith(text, position);
  }

  boolean atLineStart() {
    return position == 0 || code.charAt(position - 1) == '\n';
  }

  /** Returns the text from the position to another one. */
  String textTo(int end) {
    return code.substring(position, end);
  }

  /** Passes one character, which is plain unless more is known about it. */
  void skip() {
    position++;
  }

  /** Makes a token of everything from the position to another one, and goes there. */
  void emit(TokenType type, int end) {
    if (end <= position) {
      return;
    }
    flushPlain();
    tokens.add(new Token(type, code.substring(position, end)));
    position = end;
    plainStart = end;
  }

  /** Returns the first place from an offset on whose character fails the test. */
  int endOf(int start, IntPredicate accepted) {
    int index = start;
    while (index < code.length() && accepted.test(code.charAt(index))) {
      index++;
    }
    return index;
  }

  /** Returns the end of the line that holds a place, without its line break. */
  int lineEnd(int start) {
    int end = code.indexOf('\n', start);
    return end < 0 ? code.length() : end;
  }

  /** Returns the place behind the next occurrence of a text, or the end of the code. */
  int endAfter(String text, int start) {
    int index = code.indexOf(text, start);
    return index < 0 ? code.length() : index + text.length();
  }

  /**
   * Returns the place behind a literal's closing delimiter; an unclosed literal ends with its line,
   * or with the code if it may span lines.
   */
  int endOfLiteral(int start, String delimiter, boolean escapes, boolean multiLine) {
    int index = start;
    while (index < code.length()) {
      char c = code.charAt(index);
      if (escapes && c == '\\') {
        index += 2;
      } else if (code.startsWith(delimiter, index)) {
        return index + delimiter.length();
      } else if (c == '\n' && !multiLine) {
        return index;
      } else {
        index++;
      }
    }
    return code.length();
  }

  List<Token> tokens() {
    flushPlain();
    return List.copyOf(tokens);
  }

  private void flushPlain() {
    if (plainStart < position) {
      tokens.add(new Token(TokenType.PLAIN, code.substring(plainStart, position)));
      plainStart = position;
    }
  }
}
