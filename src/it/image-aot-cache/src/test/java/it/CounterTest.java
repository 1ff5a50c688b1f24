// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CounterTest {
  /** For those who run the program outside of Maven. */
  @BeforeAll
  static void tellWhereTheJdkIs() throws IOException {
    Files.writeString(Path.of("target", "jdk-home"), System.getProperty("java.home"));
  }

  @Test
  void adds() {
    Counter counter = new Counter();

    counter.add(1);

    assertEquals(3, counter.add(2));
  }
}
