// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.util.List;

/** Writes a properties file in the order in which the keys come: no date, no hash order. */
final class RequestText {
  private final StringBuilder text = new StringBuilder();

  void append(String key, Object value) {
    text.append(key).append('=');
    appendEscaped(value.toString());
    text.append('\n');
  }

  void append(String key, List<?> values) {
    int index = 0;
    for (Object value : values) {
      index++;
      append(key + '.' + index, value);
    }
  }

  private void appendEscaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        text.append("\\\\");
      } else if (c < ' ' || Character.isSurrogate(c) || (c == ' ' && i == 0)) {
        appendUnicode(c);
      } else {
        text.append(c);
      }
    }
  }

  private void appendUnicode(char c) {
    text.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((c >> shift) & 0xf, 16));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
