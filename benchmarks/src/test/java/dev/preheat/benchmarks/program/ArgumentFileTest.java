package dev.preheat.benchmarks.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentFileTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          -XX:+EnableJVMCI,        -XX:+EnableJVMCI
          "a b",                   a b
          "a\\\\b",                  a\\b
          "say \\"no\\"",            say "no"
          "#x",                    #x
          "tab\\tend",              `tab\tend`
          "",                      ``
          """)
  void readsWhatALineStandsFor(String line, String argument) {
    assertEquals(argument, ArgumentFile.argument(line));
  }
}
