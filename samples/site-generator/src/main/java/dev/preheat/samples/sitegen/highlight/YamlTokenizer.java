// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;
import java.util.Set;

/** Tokens of YAML, also used for property files. */
final class YamlTokenizer implements Tokenizer {

  private static final Set<String> LITERALS = Set.of("true", "false", "null", "yes", "no");

  private final char separator;

  /**
   * @param separator what stands between key and value
   */
  YamlTokenizer(char separator) {
    this.separator = separator;
  }

  @Override
  public List<Token> tokenize(String code) {
    CodeScanner scanner = new CodeScanner(code);
    while (!scanner.atEnd()) {
      if (scanner.atLineStart()) {
        key(scanner);
      }
      value(scanner);
    }
    return scanner.tokens();
  }

  private void key(CodeScanner scanner) {
    while (scanner.peek(0) == ' ' || scanner.peek(0) == '-') {
      scanner.skip();
    }
    int end = scanner.endOf(scanner.position(), YamlTokenizer::isKeyPart);
    int afterGap = scanner.endOf(end, c -> c == ' ');
    if (end > scanner.position() && scanner.peek(afterGap - scanner.position()) == separator) {
      scanner.emit(TokenType.KEY, end);
    }
  }

  private void value(CodeScanner scanner) {
    char c = scanner.peek(0);
    if (c == '#') {
      scanner.emit(TokenType.COMMENT, scanner.lineEnd(scanner.position()));
    } else if (c == '"' || c == '\'') {
      int inside = scanner.position() + 1;
      int end = scanner.endOfLiteral(inside, String.valueOf(c), c == '"', false);
      scanner.emit(TokenType.STRING, end);
    } else if (Character.isLetterOrDigit(c)) {
      int end = scanner.endOf(scanner.position(), YamlTokenizer::isKeyPart);
      scanner.emit(typeOf(scanner.textTo(end)), end);
    } else {
      scanner.skip();
    }
  }

  private static TokenType typeOf(String word) {
    if (LITERALS.contains(word)) {
      return TokenType.KEYWORD;
    }
    boolean digitsOnly = word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    return digitsOnly ? TokenType.NUMBER : TokenType.PLAIN;
  }

  private static boolean isKeyPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
  }
}
