// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads a trace file. */
public final class TraceReader {
  private final Path file;
  private final LineReader lines;
  private final TraceBuilder trace = new TraceBuilder();

  private TraceReader(Path file, InputStream input) {
    this.file = file;
    this.lines = new LineReader(input);
  }

  /**
   * Reads a file. What a file that was cut off still holds is kept.
   *
   * @throws TraceFormatException if it is no trace, one of another version, or damaged other than
   *     by being cut off
   * @throws IOException if it cannot be read
   */
  public static ReadTrace read(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return read(file, input);
    }
  }

  /**
   * Reads what is in a file.
   *
   * @param file for messages
   */
  static ReadTrace read(Path file, InputStream input) throws IOException {
    return new TraceReader(file, input).read();
  }

  private ReadTrace read() throws IOException {
    boolean complete;
    try {
      complete = readFirstLine() && readLines();
    } catch (IllegalArgumentException e) {
      throw new TraceFormatException(
          file
              + ", line "
              + Math.max(1, lines.count())
              + ": cannot be read as part of a trace: "
              + e.getMessage()
              + ". The file was damaged after it was written: delete it and run the tests again.",
          e);
    }
    return new ReadTrace(trace.build(), complete);
  }

  /** False if the file was cut off in its first line. */
  private boolean readFirstLine() throws IOException {
    String line = lines.next();
    if (line == null && TraceFormat.FIRST_LINE.startsWith(lines.rest())) {
      return false;
    }
    if (line != null && line.equals(TraceFormat.FIRST_LINE)) {
      return true;
    }
    if (line != null && line.startsWith(TraceFormat.MAGIC)) {
      throw new TraceFormatException(
          file
              + " is a trace of another version: it starts with '"
              + line
              + "', not with '"
              + TraceFormat.FIRST_LINE
              + "'. Delete it and run the tests again, with the agent of this version.");
    }
    throw new TraceFormatException(
        file
            + " is no trace: it does not start with the line '"
            + TraceFormat.FIRST_LINE
            + "'. Remove it from the directory of the traces, or name the directory that the"
            + " agent wrote to.");
  }

  /** False if the file was cut off: the line that ends it is missing or does not fit. */
  private boolean readLines() throws IOException {
    String line = lines.next();
    while (line != null) {
      if (line.startsWith(TraceFormat.END)) {
        String expected = TraceLines.endLine(lines.count() - 1, lines.checksumBefore());
        boolean fits = expected.equals(line + '\n');
        if (lines.next() != null || !lines.rest().isEmpty()) {
          throw new IllegalArgumentException("there is something after the end of the trace");
        }
        return fits;
      }
      readLine(new Fields(line));
      line = lines.next();
    }
    return false;
  }

  private void readLine(Fields fields) {
    String kind = fields.next();
    switch (kind) {
      case TraceFormat.JVM -> readJvm(fields);
      case TraceFormat.CLASS -> readClass(fields);
      case TraceFormat.METHOD -> readMethod(fields);
      case TraceFormat.ARGUMENTS -> readArguments(fields);
      case TraceFormat.REFERENCES -> readReferences(fields);
      case TraceFormat.PROFILE -> trace.addProfile(fields.method(), ProfileReader.read(fields));
      default -> throw new IllegalArgumentException("'" + kind + "' is no kind of line");
    }
    fields.end();
  }

  private void readJvm(Fields fields) {
    String version = fields.name();
    trace.addJvm(new Jvm(version, fields.name()));
  }

  private void readClass(Fields fields) {
    ClassId type = fields.type();
    String state = fields.next();
    if (!state.equals(TraceFormat.INITIALIZED) && !state.equals(TraceFormat.LOADED)) {
      throw new IllegalArgumentException(
          "'" + state + "' is neither '" + TraceFormat.INITIALIZED + "' nor 'loaded'");
    }
    TreeSet<String> digests = new TreeSet<>();
    String list = fields.next();
    if (!list.equals(TraceFormat.ABSENT)) {
      int start = 0;
      for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', start)) {
        digests.add(list.substring(start, comma));
        start = comma + 1;
      }
      digests.add(list.substring(start));
    }
    trace.addClass(type, new ClassRecord(state.equals(TraceFormat.INITIALIZED), digests));
  }

  private void readMethod(Fields fields) {
    MethodId method = fields.method();
    long count = fields.count();
    long loops = fields.count();
    trace.addInvocations(method, new Invocations(count, loops, fields.number()));
  }

  private void readArguments(Fields fields) {
    MethodId method = fields.method();
    long count = fields.count();
    String receiver = fields.name();
    List<String> arguments = new ArrayList<>();
    while (fields.hasNext()) {
      arguments.add(fields.name());
    }
    trace.addArguments(method, new ArgumentTypes(receiver, arguments), count);
  }

  private void readReferences(Fields fields) {
    MethodId method = fields.method();
    List<SymbolicReference> references = new ArrayList<>();
    while (fields.hasNext()) {
      references.add(SymbolicReference.of(fields.next()));
    }
    trace.addReferences(method, references);
  }
}
