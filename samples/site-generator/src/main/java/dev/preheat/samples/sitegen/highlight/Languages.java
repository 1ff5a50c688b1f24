// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokenizers by the names that authors give to languages. */
public final class Languages {

  private final Map<String, Tokenizer> tokenizers = new HashMap<>();

  /** Makes the tokenizers of all languages. */
  public Languages() {
    Tokenizer shell = new ProgramTokenizer(Grammars.shell());
    register(new ProgramTokenizer(Grammars.java()), "java");
    register(new ProgramTokenizer(Grammars.kotlin()), "kotlin", "kt");
    register(new ProgramTokenizer(Grammars.c()), "c", "cpp", "h");
    register(new ProgramTokenizer(Grammars.go()), "go");
    register(new ProgramTokenizer(Grammars.rust()), "rust", "rs");
    register(new ProgramTokenizer(Grammars.javaScript()), "javascript", "js", "typescript", "ts");
    register(new ProgramTokenizer(Grammars.python()), "python", "py");
    register(new ProgramTokenizer(Grammars.sql()), "sql");
    register(shell, "shell", "sh", "bash");
    register(new ConsoleTokenizer(shell), "console");
    register(new JsonTokenizer(), "json");
    register(new YamlTokenizer(':'), "yaml", "yml");
    register(new YamlTokenizer('='), "properties", "toml", "ini");
    register(new MarkupTokenizer(), "xml", "html");
    register(new CssTokenizer(), "css");
    register(new DiffTokenizer(), "diff");
  }

  /** Returns the tokenizer of a language, or nothing if its code stays uncoloured. */
  public Optional<Tokenizer> tokenizerFor(String language) {
    return Optional.ofNullable(tokenizers.get(language));
  }

  private void register(Tokenizer tokenizer, String... names) {
    for (String name : names) {
      tokenizers.put(name, tokenizer);
    }
  }
}
