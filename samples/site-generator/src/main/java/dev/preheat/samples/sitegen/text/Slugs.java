// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.text;

import java.text.Normalizer;
import java.util.Locale;

/** Turns titles and tags into names that are safe in URLs and file names. */
public final class Slugs {

  private Slugs() {}

  /**
   * Returns the lower-case ASCII letters and digits of a text, with one hyphen for everything
   * between them; accents are dropped, so that "Café au lait" becomes "cafe-au-lait".
   *
   * @throws IllegalArgumentException if nothing is left
   */
  public static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isSafe(c)) {
        if (gap && !slug.isEmpty()) {
          slug.append('-');
        }
        slug.append(c);
        gap = false;
      } else if (c == '+') {
        slug.append("p");
      } else if (c == '#') {
        slug.append("-sharp");
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    if (slug.isEmpty()) {
      throw new IllegalArgumentException("no letter or digit in \"" + text + "\"");
    }
    return slug.toString();
  }

  private static boolean isSafe(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
