package dev.preheat.loader.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionsTest {

  private static final String METHOD = "com.acme.Main$Inner.run(Ljava/lang/String;I)V";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "com.acme.Main$Inner.run true",
        "com/acme/Main$Inner.run true",
        "com.acme.*.run true",
        "com.acme.* true",
        "* true",
        "*.run true",
        "*.run(*)V true",
        "*.run(Ljava/lang/String;I)V true",
        "x,*.run true",
        "*.run() false",
        "com.acme.Main false",
        "com.acme.Main.Inner.run false",
        "comXacme.Main$Inner.run false",
        "acme.* false",
        "*.ru false",
        ", false"
      })
  void patterns(String pattern, boolean expected) {
    assertEquals(expected, new Exclusions(pattern).matches(METHOD));
  }
}
