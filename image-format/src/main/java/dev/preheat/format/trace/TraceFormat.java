// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/** The words and limits of the trace file (docs/formats/trace.md). */
final class TraceFormat {
  /** What a first line starts with, before the version. */
  static final String MAGIC = "preheat-trace ";

  static final String FIRST_LINE = MAGIC + "1";
  static final String END = "end ";

  static final String JVM = "jvm";
  static final String CLASS = "class";
  static final String METHOD = "method";
  static final String ARGUMENTS = "args";
  static final String REFERENCES = "refs";
  static final String PROFILE = "profile";

  static final String INITIALIZED = "initialized";
  static final String LOADED = "loaded";
  static final String ABSENT = "-";

  static final char BRANCH = 'b';
  static final char TYPES = 't';
  static final char NULL_SEEN = 'n';
  static final char EXCEPTION_SEEN = 'x';
  static final char OTHER_TYPES = '*';

  /** Length of a line in bytes. A constant pool of 65535 entries fits with long names. */
  static final int MAXIMUM_LINE_LENGTH = 16 << 20;

  /** Number of lines in a file. */
  static final int MAXIMUM_LINES = 10_000_000;

  private TraceFormat() {}
}
