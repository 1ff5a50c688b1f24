// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;

/** Tokens of style sheets. */
final class CssTokenizer implements Tokenizer {

  @Override
  public List<Token> tokenize(String code) {
    CodeScanner scanner = new CodeScanner(code);
    int depth = 0;
    while (!scanner.atEnd()) {
      char c = scanner.peek(0);
      if (c == '{' || c == '}') {
        depth = Math.max(0, depth + (c == '{' ? 1 : -1));
        scanner.skip();
      } else {
        token(scanner, depth > 0);
      }
    }
    return scanner.tokens();
  }

  private static void token(CodeScanner scanner, boolean inBlock) {
    char c = scanner.peek(0);
    int next = scanner.position() + 1;
    if (scanner.startsWith("/*")) {
      scanner.emit(TokenType.COMMENT, scanner.endAfter("*/", next + 1));
    } else if (c == '"' || c == '\'') {
      scanner.emit(TokenType.STRING, scanner.endOfLiteral(next, String.valueOf(c), true, false));
    } else if (c == '@') {
      scanner.emit(TokenType.KEYWORD, scanner.endOf(next, CssTokenizer::isNamePart));
    } else if (c == '#' && inBlock || Character.isDigit(c)) {
      scanner.emit(
          TokenType.NUMBER, scanner.endOf(next, p -> Character.isLetterOrDigit(p) || p == '.'));
    } else if (Character.isLetter(c) || c == '-' || c == '.' || c == '#') {
      word(scanner, inBlock);
    } else {
      scanner.skip();
    }
  }

  private static void word(CodeScanner scanner, boolean inBlock) {
    int end = scanner.endOf(scanner.position() + 1, CssTokenizer::isNamePart);
    boolean property = inBlock && scanner.peek(end - scanner.position()) == ':';
    TokenType inside = property ? TokenType.KEY : TokenType.PLAIN;
    scanner.emit(inBlock ? inside : TokenType.TAG, end);
  }

  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
