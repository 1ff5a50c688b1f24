// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/**
 * How names are written: as they are, but for the characters that separate them.
 *
 * <p>The JVM forbids only {@code . ; [ /} in a name (JVMS 4.2.2), and languages other than Java use
 * that freedom. Whatever separates fields and parts of fields, controls, the backslash and unpaired
 * surrogates (which UTF-8 cannot hold) are written as a backslash, {@code u} and four hexadecimal
 * digits.
 */
final class Names {
  private static final int ESCAPE_LENGTH = 6;

  private Names() {}

  /**
   * Checks that a name can be one.
   *
   * @throws IllegalArgumentException if it is empty
   */
  static void check(String name, String what) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the name of a " + what + " is empty");
    }
  }

  /** Appends a name whose field has parts: {@code , : = .} are escaped as well. */
  static void appendName(StringBuilder line, String name) {
    append(line, name, true);
  }

  /** Appends free text that is a field of its own. */
  static void appendText(StringBuilder line, String text) {
    append(line, text, false);
  }

  private static void append(StringBuilder line, String text, boolean parts) {
    int length = text.length();
    int copied = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || !isEscaped(text, i, c, parts)) {
        continue;
      }
      line.append(text, copied, i);
      appendEscape(line, c);
      copied = i + 1;
    }
    line.append(text, copied, length);
  }

  private static boolean isEscaped(String text, int index, char c, boolean parts) {
    if (c < ' ' || c == '\\' || c == 0x7f) {
      return true;
    }
    if (c < 0x80) {
      return parts && (c == ',' || c == ':' || c == '=' || c == '.');
    }
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  private static void appendEscape(StringBuilder line, char c) {
    line.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      line.append(Character.forDigit((c >> shift) & 0xf, 16));
    }
  }

  /**
   * The name that a field stands for.
   *
   * @throws IllegalArgumentException if an escape is not whole
   */
  static String unescape(String field) {
    int backslash = field.indexOf('\\');
    if (backslash < 0) {
      return field;
    }
    StringBuilder name = new StringBuilder(field.length());
    int copied = 0;
    while (backslash >= 0) {
      name.append(field, copied, backslash).append(unescapeAt(field, backslash));
      copied = backslash + ESCAPE_LENGTH;
      backslash = field.indexOf('\\', copied);
    }
    return name.append(field, copied, field.length()).toString();
  }

  private static char unescapeAt(String field, int backslash) {
    int end = backslash + ESCAPE_LENGTH;
    if (end <= field.length() && field.charAt(backslash + 1) == 'u') {
      int value = 0;
      for (int i = backslash + 2; i < end && value >= 0; i++) {
        int digit = Character.digit(field.charAt(i), 16);
        value = digit < 0 ? -1 : (value << 4) | digit;
      }
      if (value >= 0) {
        return (char) value;
      }
    }
    throw new IllegalArgumentException("a backslash that starts no escape in '" + field + "'");
  }
}
