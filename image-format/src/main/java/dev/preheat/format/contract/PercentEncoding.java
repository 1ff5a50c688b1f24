// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text in letters that mean nothing to an option string, to Maven or to a shell. */
final class PercentEncoding {
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/*";
  private static final int ESCAPE_LENGTH = 3;

  private PercentEncoding() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%');
        encoded.append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)));
        encoded.append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
      }
    }
    return encoded.toString();
  }

  /**
   * The text that an encoded one stands for; letters that need no encoding stand for themselves.
   *
   * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
   */
  static String decode(String text) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
        continue;
      }
      boolean whole = i + ESCAPE_LENGTH <= bytes.length;
      int high = whole ? Character.digit(bytes[i + 1], 16) : -1;
      int low = whole ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException(
            "a percent sign without two hexadecimal digits in '" + text + "': write it as %25");
      }
      decoded.write((high << 4) | low);
      i += ESCAPE_LENGTH - 1;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
