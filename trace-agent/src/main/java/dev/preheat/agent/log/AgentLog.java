// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where the agent tells of problems: a file if one is asked for, else nowhere. Never throws. */
public final class AgentLog {
  private final Optional<Path> file;

  /** Appends to a file. */
  public AgentLog(Optional<Path> file) {
    this.file = file;
  }

  /** Tells what is missing in the trace, and why. */
  public synchronized void problem(String what, Throwable why) {
    if (file.isEmpty()) {
      return;
    }
    StringWriter text = new StringWriter();
    why.printStackTrace(new PrintWriter(text, true));
    append(what + ": " + text);
  }

  /** Tells what is missing in the trace. */
  public synchronized void problem(String what) {
    append(what + System.lineSeparator());
  }

  private void append(String text) {
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(
          file.get(),
          "preheat: " + text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException | RuntimeException e) {
      // There is nobody left to tell.
      return;
    }
  }
}
