// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;

/** Tokens of a unified diff: whole lines. */
final class DiffTokenizer implements Tokenizer {

  @Override
  public List<Token> tokenize(String code) {
    CodeScanner scanner = new CodeScanner(code);
    while (!scanner.atEnd()) {
      scanner.emit(typeOfLine(scanner), scanner.lineEnd(scanner.position()));
      if (!scanner.atEnd()) {
        scanner.skip();
      }
    }
    return scanner.tokens();
  }

  private static TokenType typeOfLine(CodeScanner scanner) {
    if (scanner.startsWith("+++") || scanner.startsWith("---") || scanner.startsWith("@@")) {
      return TokenType.META;
    }
    return switch (scanner.peek(0)) {
      case '+' -> TokenType.INSERTED;
      case '-' -> TokenType.DELETED;
      default -> TokenType.PLAIN;
    };
  }
}
