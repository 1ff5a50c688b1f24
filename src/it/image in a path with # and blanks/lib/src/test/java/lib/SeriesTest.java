// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void fibonacci() throws IOException {
    assertEquals(6765, Series.fibonacci(20));
    // For those who run the program outside of Maven.
    Path target = Files.createDirectories(Path.of("..", "app", "target"));
    Files.writeString(target.resolve("jdk-home"), System.getProperty("java.home"));
  }
}
