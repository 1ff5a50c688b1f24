// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;

/**
 * Writes a trace file. The same trace gives the same bytes.
 *
 * <p>It runs in the user's JVM while that is going down: no lambdas here, whose bootstrap costs
 * milliseconds.
 */
public final class TraceWriter {
  private final TraceLines lines;
  private final StringBuilder line = new StringBuilder(1 << 10);

  private TraceWriter(WritableByteChannel channel) {
    this.lines = new TraceLines(channel);
  }

  /**
   * Writes a file that appears whole or not at all; one of that name is replaced, a directory that
   * is missing is made.
   *
   * @throws TraceFormatException if a line would be longer, or the lines more, than a reader takes
   * @throws IOException if the file cannot be written
   */
  public static void write(Trace trace, Path file) throws IOException {
    AtomicFile.write(
        file,
        new AtomicFile.Content() {
          @Override
          public void writeTo(FileChannel channel) throws IOException {
            write(trace, channel);
          }
        });
  }

  /** Writes what is in a file. */
  static void write(Trace trace, WritableByteChannel channel) throws IOException {
    new TraceWriter(channel).write(trace);
  }

  private void write(Trace trace) throws IOException {
    line.append(TraceFormat.FIRST_LINE);
    endLine();
    for (Jvm jvm : trace.jvms()) {
      line.append(TraceFormat.JVM).append('\t');
      Names.appendText(line, jvm.version());
      line.append('\t');
      Names.appendText(line, jvm.vendor());
      endLine();
    }
    for (Map.Entry<ClassId, ClassRecord> entry : trace.classes().entrySet()) {
      writeClass(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<MethodId, Invocations> entry : trace.methods().entrySet()) {
      startLine(TraceFormat.METHOD, entry.getKey());
      Invocations invocations = entry.getValue();
      line.append('\t').append(invocations.count());
      line.append('\t').append(invocations.loops());
      line.append('\t').append(invocations.tier());
      endLine();
    }
    for (Map.Entry<MethodId, ArgumentCombinations> entry : trace.arguments().entrySet()) {
      writeArguments(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<MethodId, SortedSet<SymbolicReference>> entry : trace.references().entrySet()) {
      startLine(TraceFormat.REFERENCES, entry.getKey());
      for (SymbolicReference reference : entry.getValue()) {
        line.append('\t');
        reference.appendTo(line);
      }
      endLine();
    }
    for (Map.Entry<MethodId, MethodProfile> entry : trace.profiles().entrySet()) {
      startLine(TraceFormat.PROFILE, entry.getKey());
      appendProfile(entry.getValue());
      endLine();
    }
    lines.end();
  }

  private void writeClass(ClassId type, ClassRecord record) throws IOException {
    line.append(TraceFormat.CLASS).append('\t');
    appendClass(type, '\t');
    line.append('\t');
    line.append(record.initialized() ? TraceFormat.INITIALIZED : TraceFormat.LOADED);
    line.append('\t');
    if (record.digests().isEmpty()) {
      line.append(TraceFormat.ABSENT);
    }
    boolean first = true;
    for (String digest : record.digests()) {
      if (!first) {
        line.append(',');
      }
      line.append(digest);
      first = false;
    }
    endLine();
  }

  private void writeArguments(MethodId method, ArgumentCombinations combinations)
      throws IOException {
    for (Map.Entry<ArgumentTypes, Long> entry : combinations.counts().entrySet()) {
      startLine(TraceFormat.ARGUMENTS, method);
      ArgumentTypes types = entry.getKey();
      line.append('\t').append(entry.getValue().longValue()).append('\t');
      Names.appendName(line, types.receiver());
      for (String argument : types.arguments()) {
        line.append('\t');
        Names.appendName(line, argument);
      }
      endLine();
    }
  }

  private void appendProfile(MethodProfile profile) {
    line.append('\t').append(profile.codeLength());
    for (Map.Entry<Integer, Branch> entry : profile.branches().entrySet()) {
      appendIndex(TraceFormat.BRANCH, entry.getKey());
      Branch branch = entry.getValue();
      line.append(':').append(branch.taken()).append('/').append(branch.notTaken());
    }
    for (Map.Entry<Integer, TypeCounts> entry : profile.types().entrySet()) {
      appendIndex(TraceFormat.TYPES, entry.getKey());
      line.append(':');
      TypeCounts types = entry.getValue();
      for (Map.Entry<ClassId, Long> type : types.counts().entrySet()) {
        appendClass(type.getKey(), ':');
        line.append('=').append(type.getValue().longValue()).append(',');
      }
      line.append(TraceFormat.OTHER_TYPES).append('=').append(types.other());
    }
    for (int index : profile.nullSeen()) {
      appendIndex(TraceFormat.NULL_SEEN, index);
    }
    for (int index : profile.exceptionSeen()) {
      appendIndex(TraceFormat.EXCEPTION_SEEN, index);
    }
  }

  private void appendIndex(char kind, int index) {
    line.append('\t').append(kind).append(index);
  }

  private void appendClass(ClassId type, char separator) {
    line.append(type.loader().text()).append(separator);
    Names.appendName(line, type.name());
  }

  private void startLine(String kind, MethodId method) {
    line.append(kind).append('\t');
    appendClass(method.holder(), '\t');
    line.append('\t');
    Names.appendName(line, method.name());
    line.append('\t');
    Names.appendName(line, method.descriptor());
  }

  private void endLine() throws IOException {
    lines.write(line);
    line.setLength(0);
  }
}
