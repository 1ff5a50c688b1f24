// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MainTest {
  /** For those who run the program outside of Maven. */
  @BeforeAll
  static void tellWhereTheJdkIs() throws IOException {
    Files.writeString(Path.of("target", "jdk-home"), System.getProperty("java.home"));
  }

  @Test
  void everyRoundIsWorkedOut() {
    for (int round = 0; round < 300; round++) {
      assertEquals("primes 303", Main.lines(round * 7).get(1));
      assertEquals("sum " + (3 * (3 + round) - 20), Main.lines(round).get(3));
    }
  }
}
