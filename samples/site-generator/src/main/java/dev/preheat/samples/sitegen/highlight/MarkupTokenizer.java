// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;

/** Tokens of XML and HTML. */
final class MarkupTokenizer implements Tokenizer {

  @Override
  public List<Token> tokenize(String code) {
    CodeScanner scanner = new CodeScanner(code);
    while (!scanner.atEnd()) {
      if (scanner.startsWith("<!--")) {
        scanner.emit(TokenType.COMMENT, scanner.endAfter("-->", scanner.position()));
      } else if (scanner.startsWith("<!") || scanner.startsWith("<?")) {
        scanner.emit(TokenType.META, scanner.endAfter(">", scanner.position()));
      } else if (scanner.peek(0) == '<' && isNameStart(scanner.peek(1))) {
        element(scanner, 1);
      } else if (scanner.startsWith("</")) {
        element(scanner, 2);
      } else if (scanner.peek(0) == '&') {
        entity(scanner);
      } else {
        scanner.skip();
      }
    }
    return scanner.tokens();
  }

  private static void element(CodeScanner scanner, int openerLength) {
    int nameEnd = scanner.endOf(scanner.position() + openerLength, MarkupTokenizer::isNamePart);
    scanner.emit(TokenType.TAG, nameEnd);
    while (!scanner.atEnd()) {
      char c = scanner.peek(0);
      if (c == '>' || scanner.startsWith("/>")) {
        scanner.emit(TokenType.TAG, scanner.position() + (c == '>' ? 1 : 2));
        return;
      }
      if (c == '"' || c == '\'') {
        int inside = scanner.position() + 1;
        int end = scanner.endOfLiteral(inside, String.valueOf(c), false, true);
        scanner.emit(TokenType.STRING, end);
      } else if (isNameStart(c)) {
        scanner.emit(TokenType.KEY, scanner.endOf(scanner.position(), MarkupTokenizer::isNamePart));
      } else {
        scanner.skip();
      }
    }
  }

  private static void entity(CodeScanner scanner) {
    int end = scanner.endOf(scanner.position() + 1, c -> c == '#' || Character.isLetterOrDigit(c));
    if (scanner.peek(end - scanner.position()) == ';') {
      scanner.emit(TokenType.META, end + 1);
    } else {
      scanner.skip();
    }
  }

  private static boolean isNameStart(int c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':' || c == '.';
  }
}
