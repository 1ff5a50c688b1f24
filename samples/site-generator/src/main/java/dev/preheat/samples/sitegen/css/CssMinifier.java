// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.css;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes style sheets smaller without changing their meaning: comments and needless white space go,
 * and zeros and colours are written shortly.
 */
public final class CssMinifier {

  private static final String NO_SPACE_BEFORE = "{};,>)!";
  private static final String NO_SPACE_AFTER = "{};,>(:!";
  private static final Pattern VALUE = Pattern.compile(":[^;{}]*(?=[;}])");
  private static final Pattern ZERO_WITH_UNIT =
      Pattern.compile("(?<=[: ,])0(?:px|em|rem|pt|vh|vw)(?=[ ,]|$)");
  private static final Pattern LEADING_ZERO = Pattern.compile("(?<=[: ,(-])0(\\.\\d+)");
  private static final Pattern LONG_COLOUR =
      Pattern.compile("#([0-9a-fA-F])\\1([0-9a-fA-F])\\2([0-9a-fA-F])\\3(?![0-9a-fA-F])");

  private CssMinifier() {}

  /** Returns a style sheet of the same meaning. Texts in quotes stay as they are. */
  public static String minify(String css) {
    StringBuilder result = new StringBuilder(css.length());
    int start = 0;
    for (int i = 0; i < css.length(); i++) {
      if (css.startsWith("/*", i)) {
        compact(css.substring(start, i), result);
        int close = css.indexOf("*/", i + 2);
        i = close < 0 ? css.length() : close + 1;
        start = Math.min(css.length(), i + 1);
      } else if (css.charAt(i) == '"' || css.charAt(i) == '\'') {
        compact(css.substring(start, i), result);
        int end = endOfString(css, i);
        result.append(css, i, end);
        i = end - 1;
        start = end;
      }
    }
    compact(css.substring(start), result);
    return result.toString();
  }

  private static int endOfString(String css, int open) {
    char quote = css.charAt(open);
    int i = open + 1;
    while (i < css.length() && css.charAt(i) != quote) {
      i += css.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(css.length(), i + 1);
  }

  private static void compact(String code, StringBuilder result) {
    String shortened = shorten(code);
    boolean gap = false;
    for (int i = 0; i < shortened.length(); i++) {
      char c = shortened.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = true;
        continue;
      }
      if (gap && needsSpace(result, c)) {
        result.append(' ');
      }
      gap = false;
      if (c == '}' && endsWith(result, ';')) {
        result.setLength(result.length() - 1);
      }
      result.append(c);
    }
    if (gap && needsSpace(result, 'x')) {
      result.append(' ');
    }
  }

  private static String shorten(String code) {
    return VALUE
        .matcher(code)
        .replaceAll(match -> Matcher.quoteReplacement(shortenValue(match.group())));
  }

  /**
   * Units are needed in functions: {@code calc(0px + 1em)} is valid, {@code calc(0 + 1em)} is not.
   */
  private static String shortenValue(String value) {
    String zeros = value.indexOf('(') < 0 ? ZERO_WITH_UNIT.matcher(value).replaceAll("0") : value;
    String fractions = LEADING_ZERO.matcher(zeros).replaceAll("$1");
    return LONG_COLOUR.matcher(fractions).replaceAll("#$1$2$3");
  }

  private static boolean needsSpace(StringBuilder before, char next) {
    if (before.isEmpty()) {
      return false;
    }
    char last = before.charAt(before.length() - 1);
    return last != ' ' && NO_SPACE_AFTER.indexOf(last) < 0 && NO_SPACE_BEFORE.indexOf(next) < 0;
  }

  private static boolean endsWith(StringBuilder text, char c) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == c;
  }
}
