// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Reads lines of UTF-8 text, with a limit on their length, and what the end line counts. */
final class LineReader {
  private static final int INITIAL_SIZE = 1 << 16;

  private final InputStream input;
  private final CRC32 checksum = new CRC32();
  private byte[] buffer = new byte[INITIAL_SIZE];
  private int start;
  private int next;
  private int filled;
  private int count;

  LineReader(InputStream input) {
    this.input = input;
  }

  /** How many lines were read, the last one included. */
  int count() {
    return count;
  }

  /** CRC-32 of all lines before the last one that was read. */
  long checksumBefore() {
    return checksum.getValue();
  }

  /**
   * The next line, without its end; null if there is no complete one. What is left then is {@link
   * #rest()}.
   *
   * @throws IllegalArgumentException if a line is too long, the lines are too many, or a line is
   *     not UTF-8
   */
  String next() throws IOException {
    checksum.update(buffer, start, next - start);
    start = next;
    int scanned = start;
    while (true) {
      for (; scanned < filled; scanned++) {
        if (buffer[scanned] == '\n') {
          next = scanned + 1;
          return decodeLine(scanned);
        }
      }
      int before = start;
      if (!fill()) {
        return null;
      }
      scanned -= before - start;
    }
  }

  /** The bytes after the last complete line, as text. */
  String rest() {
    return new String(buffer, start, filled - start, StandardCharsets.ISO_8859_1);
  }

  private String decodeLine(int end) {
    count++;
    if (count > TraceFormat.MAXIMUM_LINES) {
      throw new IllegalArgumentException(
          "there are more than " + TraceFormat.MAXIMUM_LINES + " lines");
    }
    String line = new String(buffer, start, end - start, StandardCharsets.UTF_8);
    if (line.indexOf('\ufffd') >= 0
        && !Arrays.equals(
            line.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(buffer, start, end))) {
      throw new IllegalArgumentException("it is not UTF-8");
    }
    return line;
  }

  /** Reads more, moving the line that was begun to the front; false at the end of the file. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      next -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      if (filled >= TraceFormat.MAXIMUM_LINE_LENGTH) {
        count++;
        throw new IllegalArgumentException(
            "it is longer than " + TraceFormat.MAXIMUM_LINE_LENGTH + " bytes");
      }
      buffer = Arrays.copyOf(buffer, filled * 2);
    }
    int read = input.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      return false;
    }
    filled += read;
    return true;
  }
}
