// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;

/** Fuzzing of the trace reader: what it understands can be written and read again. */
public final class TraceTarget {

  private static final Path NAME = Path.of("a.trace");

  private TraceTarget() {}

  /** A trace with every kind of line. */
  public static byte[] seed() throws IOException {
    return written(Traces.example());
  }

  /** Reads a file. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    ReadTrace read;
    try {
      read = TraceReader.read(NAME, new ByteArrayInputStream(input));
    } catch (TraceFormatException e) {
      if (!e.getMessage().startsWith("a.trace")) {
        throw new AssertionError("a message that does not name the file", e);
      }
      return;
    }
    ReadTrace reread = TraceReader.read(NAME, new ByteArrayInputStream(written(read.trace())));
    if (!reread.equals(new ReadTrace(read.trace(), true))) {
      throw new AssertionError("another trace when it is written and read again");
    }
  }

  private static byte[] written(Trace trace) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter.write(trace, Channels.newChannel(bytes));
    return bytes.toByteArray();
  }
}
