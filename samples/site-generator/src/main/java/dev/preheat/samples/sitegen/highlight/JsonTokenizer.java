// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;
import java.util.Set;

/** Tokens of JSON: keys and values are told apart. */
final class JsonTokenizer implements Tokenizer {

  private static final Set<String> LITERALS = Set.of("true", "false", "null");

  @Override
  public List<Token> tokenize(String code) {
    CodeScanner scanner = new CodeScanner(code);
    while (!scanner.atEnd()) {
      char c = scanner.peek(0);
      if (c == '"') {
        string(scanner);
      } else if (c == '-' || Character.isDigit(c)) {
        int end = scanner.endOf(scanner.position() + 1, JsonTokenizer::isNumberPart);
        scanner.emit(TokenType.NUMBER, end);
      } else if (Character.isLetter(c)) {
        int end = scanner.endOf(scanner.position(), Character::isLetter);
        boolean literal = LITERALS.contains(scanner.textTo(end));
        scanner.emit(literal ? TokenType.KEYWORD : TokenType.PLAIN, end);
      } else {
        scanner.skip();
      }
    }
    return scanner.tokens();
  }

  private static void string(CodeScanner scanner) {
    int end = scanner.endOfLiteral(scanner.position() + 1, "\"", true, false);
    int next = scanner.endOf(end, Character::isWhitespace);
    boolean key = scanner.peek(next - scanner.position()) == ':';
    scanner.emit(key ? TokenType.KEY : TokenType.STRING, end);
  }

  private static boolean isNumberPart(int c) {
    return Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
  }
}
