package dev.preheat.loader;

/** Writes JSON, one field on a line. */
final class Json {

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean isFirst = true;

  /** Opens an object, as a whole or as an element of a list. */
  void begin() {
    next();
    open('{');
  }

  /** Opens an object as a field. */
  void begin(String name) {
    name(name);
    open('{');
  }

  /** Opens a list as a field. */
  void beginList(String name) {
    name(name);
    open('[');
  }

  /** Closes an object. */
  void end() {
    close('}');
  }

  /** Closes a list. */
  void endList() {
    close(']');
  }

  void field(String name, String value) {
    name(name);
    string(value);
  }

  void field(String name, int value) {
    name(name);
    text.append(value);
  }

  void field(String name, double value) {
    name(name);
    text.append(Math.round(value * 1000) / 1000.0);
  }

  /** What has been written. */
  String text() {
    return text + "\n";
  }

  private void name(String name) {
    next();
    string(name);
    text.append(": ");
  }

  private void next() {
    if (!isFirst) {
      text.append(',');
    }
    if (depth > 0) {
      newLine();
    }
    isFirst = false;
  }

  private void open(char bracket) {
    text.append(bracket);
    depth++;
    isFirst = true;
  }

  private void close(char bracket) {
    depth--;
    if (!isFirst) {
      newLine();
    }
    text.append(bracket);
    isFirst = false;
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(depth));
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
