// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/** Takes a line apart, one tab-separated field after the other. */
final class Fields {
  private static final int END = -1;

  private final String line;
  private int position;

  Fields(String line) {
    this.line = line;
  }

  boolean hasNext() {
    return position != END;
  }

  /**
   * The next field as it is.
   *
   * @throws IllegalArgumentException if there is none
   */
  String next() {
    if (position == END) {
      throw new IllegalArgumentException("it has too few fields");
    }
    int tab = line.indexOf('\t', position);
    String field = tab < 0 ? line.substring(position) : line.substring(position, tab);
    position = tab < 0 ? END : tab + 1;
    return field;
  }

  String name() {
    return Names.unescape(next());
  }

  long count() {
    return parseCount(next());
  }

  int number() {
    return parseNumber(next());
  }

  ClassId type() {
    LoaderRole loader = LoaderRole.of(next());
    return new ClassId(loader, name());
  }

  MethodId method() {
    ClassId holder = type();
    String name = name();
    return new MethodId(holder, name, name());
  }

  /**
   * Checks that there is no further field.
   *
   * @throws IllegalArgumentException if there is one
   */
  void end() {
    if (position != END) {
      throw new IllegalArgumentException("it has too many fields");
    }
  }

  static long parseCount(String text) {
    // Long.parseLong also takes a sign and the digits of other scripts.
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new IllegalArgumentException("'" + text + "' is no count");
      }
    }
    return Long.parseLong(text);
  }

  static int parseNumber(String text) {
    long number = parseCount(text);
    if (number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("'" + text + "' is too large");
    }
    return (int) number;
  }
}
