// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes lines and counts them, and at last the line that says that these were all. */
final class TraceLines {
  private static final int BUFFER_SIZE = 1 << 16;

  private final WritableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
  private final CRC32 checksum = new CRC32();
  private int count;

  TraceLines(WritableByteChannel channel) {
    this.channel = channel;
  }

  /** Writes a line and its end; the builder is left with the line's end, too. */
  void write(StringBuilder line) throws IOException {
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    count++;
    if (bytes.length > TraceFormat.MAXIMUM_LINE_LENGTH || count > TraceFormat.MAXIMUM_LINES) {
      throw new TraceFormatException(
          "the trace is too large to be written: a line has "
              + bytes.length
              + " bytes (at most "
              + TraceFormat.MAXIMUM_LINE_LENGTH
              + "), or it has more than "
              + TraceFormat.MAXIMUM_LINES
              + " lines. Trace fewer classes.");
    }
    checksum.update(bytes);
    put(bytes);
  }

  /** Writes the end line and all that is still in memory. */
  void end() throws IOException {
    put(endLine(count, checksum.getValue()).getBytes(StandardCharsets.UTF_8));
    flush();
  }

  /** The last line, with its end. */
  static String endLine(int lines, long checksum) {
    return TraceFormat.END + lines + ' ' + Long.toHexString(checksum) + '\n';
  }

  private void put(byte[] bytes) throws IOException {
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length > buffer.remaining()) {
      writeFully(ByteBuffer.wrap(bytes));
    } else {
      buffer.put(bytes);
    }
  }

  private void flush() throws IOException {
    writeFully(buffer.flip());
    buffer.clear();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
