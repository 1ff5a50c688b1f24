// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.ArrayList;
import java.util.List;

/** Tokens of a shell session: prompts, commands in the shell's own colours, and output. */
final class ConsoleTokenizer implements Tokenizer {

  private static final String PROMPT = "$ ";

  private final Tokenizer shell;

  ConsoleTokenizer(Tokenizer shell) {
    this.shell = shell;
  }

  @Override
  public List<Token> tokenize(String code) {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    while (start < code.length()) {
      int lineBreak = code.indexOf('\n', start);
      int end = lineBreak < 0 ? code.length() : lineBreak + 1;
      line(code.substring(start, end), tokens);
      start = end;
    }
    return List.copyOf(tokens);
  }

  private void line(String line, List<Token> tokens) {
    if (line.startsWith(PROMPT)) {
      tokens.add(new Token(TokenType.META, PROMPT));
      tokens.addAll(shell.tokenize(line.substring(PROMPT.length())));
    } else {
      tokens.add(new Token(TokenType.PLAIN, line));
    }
  }
}
