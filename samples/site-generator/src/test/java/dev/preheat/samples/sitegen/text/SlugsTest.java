// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

  @ParameterizedTest
  @CsvSource({
    "Binary search,binary-search",
    "Café au lait,cafe-au-lait",
    "C++,cpp",
    "C#,c-sharp",
    "  --x--  ,x",
    "HTTP/2 & TLS 1.3,http-2-tls-1-3",
    "Grüße,gru-e",
  })
  void keepsLettersAndDigits(String text, String slug) {
    assertEquals(slug, Slugs.of(text));
  }

  @Test
  void refusesTextWithoutLetters() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Slugs.of("?!"));
    assertEquals("no letter or digit in \"?!\"", thrown.getMessage());
  }
}
