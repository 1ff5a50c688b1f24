// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {
  @TempDir Path directory;

  @Test
  void appends() throws IOException {
    AgentLog log = new AgentLog(Optional.of(directory.resolve("log")));

    log.problem("one");
    log.problem("two", new IllegalStateException("why"));

    String text = Files.readString(directory.resolve("log"));
    assertTrue(
        text.startsWith("preheat: one\npreheat: two: java.lang.IllegalStateException: why\n\tat "),
        text);
  }

  @Test
  void aLogThatCannotBeWrittenIsNoProblem() throws IOException {
    AgentLog log = new AgentLog(Optional.of(directory));

    log.problem("one");
    log.problem("two", new IllegalStateException("why"));

    assertEquals(0, directory.toFile().list().length);
  }
}
