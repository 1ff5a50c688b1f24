// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;
import java.util.Locale;

/** Tokens of a programming language, by its grammar. */
final class ProgramTokenizer implements Tokenizer {

  private final Grammar grammar;

  ProgramTokenizer(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  public List<Token> tokenize(String code) {
    CodeScanner scanner = new CodeScanner(code);
    while (!scanner.atEnd()) {
      if (!comment(scanner) && !string(scanner) && !meta(scanner) && !word(scanner)) {
        if (!number(scanner)) {
          scanner.skip();
        }
      }
    }
    return scanner.tokens();
  }

  private boolean comment(CodeScanner scanner) {
    for (String start : grammar.lineComments()) {
      if (scanner.startsWith(start)) {
        scanner.emit(TokenType.COMMENT, scanner.lineEnd(scanner.position()));
        return true;
      }
    }
    for (Grammar.CommentDelimiters delimiters : grammar.blockComments()) {
      if (scanner.startsWith(delimiters.open())) {
        int inside = scanner.position() + delimiters.open().length();
        scanner.emit(TokenType.COMMENT, scanner.endAfter(delimiters.close(), inside));
        return true;
      }
    }
    return false;
  }

  private boolean string(CodeScanner scanner) {
    for (Grammar.StringDelimiter delimiter : grammar.strings()) {
      if (scanner.startsWith(delimiter.text())) {
        int inside = scanner.position() + delimiter.text().length();
        int end =
            scanner.endOfLiteral(
                inside, delimiter.text(), delimiter.escapes(), delimiter.multiLine());
        scanner.emit(TokenType.STRING, end);
        return true;
      }
    }
    return false;
  }

  private boolean meta(CodeScanner scanner) {
    boolean prefixed = grammar.metaPrefixes().indexOf(scanner.peek(0)) >= 0;
    if (!prefixed || !Character.isLetter(scanner.peek(1))) {
      return false;
    }
    int end = scanner.endOf(scanner.position() + 1, ProgramTokenizer::isWordPart);
    scanner.emit(TokenType.META, end);
    return true;
  }

  private boolean word(CodeScanner scanner) {
    if (!Character.isLetter(scanner.peek(0)) && scanner.peek(0) != '_') {
      return false;
    }
    int end = scanner.endOf(scanner.position(), ProgramTokenizer::isWordPart);
    String word = scanner.textTo(end);
    char next = scanner.peek(end - scanner.position());
    scanner.emit(typeOf(word, next), end);
    return true;
  }

  private TokenType typeOf(String word, char next) {
    String key = grammar.caseSensitive() ? word : word.toLowerCase(Locale.ROOT);
    if (grammar.keywords().contains(key)) {
      return TokenType.KEYWORD;
    }
    if (next == '(') {
      return TokenType.FUNCTION;
    }
    return grammar.typesAreCapitalised() && Character.isUpperCase(word.charAt(0))
        ? TokenType.TYPE
        : TokenType.PLAIN;
  }

  private boolean number(CodeScanner scanner) {
    if (!isDigit(scanner.peek(0))) {
      return false;
    }
    int end = scanner.position() + 1;
    while (isNumberPart(scanner, end)) {
      end++;
    }
    scanner.emit(TokenType.NUMBER, end);
    return true;
  }

  private static boolean isNumberPart(CodeScanner scanner, int index) {
    int ahead = index - scanner.position();
    char c = scanner.peek(ahead);
    if (c == '.') {
      return isDigit(scanner.peek(ahead + 1));
    }
    return isDigit(c) || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
