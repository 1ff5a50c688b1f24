// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.List;

/** Splits code of one language into tokens. */
public sealed interface Tokenizer
    permits ProgramTokenizer,
        JsonTokenizer,
        YamlTokenizer,
        MarkupTokenizer,
        CssTokenizer,
        DiffTokenizer,
        ConsoleTokenizer {

  /**
   * Returns the tokens of a piece of code. Whatever the code, valid or not, the texts of the tokens
   * put together are the code again.
   */
  List<Token> tokenize(String code);
}
