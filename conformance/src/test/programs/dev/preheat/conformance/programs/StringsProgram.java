// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings: made, joined, compared, searched. */
public final class StringsProgram {
  private static final String LATIN = "plain text";
  private static final String WIDE = "Größe \u20AC \u4E2D\u6587 \uD83D\uDE00";

  private StringsProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      int round = i;
      Check.run(
          "kinds", () -> kinds((byte) -3, (short) 300, 'x', round, 5L, 1.5f, -0.0, true, null));
      Check.run("nested", () -> nested(round, "ab"));
      Check.run("append", () -> append(20 * (round + 1)));
      Check.run("plus equals", () -> plusEquals(10));
      Check.run("object", () -> concatObject(new Named("n" + round)));
      Check.run("fails", () -> concatObject(new Fails()));
      Check.run("side effects", () -> sideEffects());
      Check.run("constants", () -> identities("plain", round));
      Check.run("wide", () -> wide(round));
      Check.run("many", () -> many(round));
    }
    String[] texts = {
      "",
      "a",
      "A",
      LATIN,
      WIDE,
      "plain texu",
      "PLAIN TEXT",
      "\u00DF",
      "\0",
      "aaaaaaaaaaaaaaaaaaaaaab"
    };
    for (String first : texts) {
      for (String second : texts) {
        Check.run(first + "|" + second, () -> compare(first, second));
      }
      Check.run("search " + first, () -> search(first));
      Check.run("change " + first, () -> change(first));
      Check.run("encode " + first, () -> encode(first));
      Check.run("switch " + first, () -> textSwitch(first));
    }
    Check.run("block", () -> block(3));
    Check.run(
        "format", () -> String.format(Locale.ROOT, "%5d|%-5s|%x|%.3f|%c", 42, "ab", 255, 1.5, 'q'));
    Check.run("substring", () -> LATIN.substring(3, 20));
    Check.run("substring negative", () -> LATIN.substring(-1));
    Check.run("charAt", () -> charAt(LATIN, 10));
    Check.run("charAt wide", () -> charAt(WIDE, 100));
    Check.run("repeat", () -> "ab".repeat(-1));
    Check.run("null", () -> compare("a", null));
    Check.run("builder", () -> builder(LATIN) + builder(WIDE));
    Check.run("builder index", () -> new StringBuilder("abc").deleteCharAt(7));
    Check.run("parse", () -> parse("12") + parse("-7") + parse("x") + parse(""));
  }

  static String kinds(
      byte b, short s, char c, int i, long j, float f, double d, boolean z, Object o) {
    return "<" + b + s + c + "," + i + j + "|" + f + d + z + o + '>';
  }

  static String nested(int value, String text) {
    return "a" + (value > 0 ? "b" + value : text + text) + ("c" + (value * 2 + text + 1 + 2));
  }

  static String append(int count) {
    StringBuilder builder = new StringBuilder();
    for (int i = 0; i < count; i++) {
      builder
          .append(i)
          .append(i % 3 == 0 ? "," : ';')
          .append((char) ('a' + i % 26))
          .append(i / 2.0);
    }
    return builder.length() + " " + builder.toString().hashCode();
  }

  static String plusEquals(int count) {
    String text = "";
    for (int i = 0; i < count; i++) {
      text += i;
      text += i % 2 == 0 ? WIDE.charAt(i) : 'x';
    }
    return text;
  }

  static String concatObject(Object object) {
    return "object " + object + "!";
  }

  private static int effects;

  private static int effect(int value) {
    effects = effects * 10 + value;
    return value;
  }

  static String sideEffects() {
    effects = 0;
    String text = effect(1) + "x" + effect(2) + effects + effect(3);
    return text + effects;
  }

  static String identities(String text, int round) {
    String same = "pla" + "in";
    boolean constant = text == same;
    boolean interned = (text + round).intern() == ("plain" + round).intern();
    String classConstant = StringsProgram.class.getSimpleName();
    return "" + constant + interned + (LATIN == "plain text") + classConstant;
  }

  static String wide(int round) {
    String text = WIDE + round;
    return text.length()
        + " "
        + text.codePointCount(0, text.length())
        + text.charAt(2)
        + '\u20AC'
        + new StringBuilder(text).reverse();
  }

  static String many(int v) {
    return v + "1" + v + "2" + v + "3" + v + "4" + v + "5" + v + "6" + v + "7" + v + "8" + v + "9"
        + v + "a" + v + "b" + v + "c" + v + "d" + v + "e" + v + "f" + v + "g" + v + "h" + v + "i"
        + v + "j" + v + "k" + v + "l" + v + "m" + v + "n" + v + "o" + v + "p" + v + "q" + v + "r"
        + v + "s" + v;
  }

  static String compare(String first, String second) {
    return first.equals(second)
        + " "
        + Integer.signum(first.compareTo(second))
        + " "
        + first.equalsIgnoreCase(second)
        + first.startsWith(second)
        + first.endsWith(second)
        + first.contains(second)
        + first.indexOf(second)
        + first.lastIndexOf(second)
        + (first.hashCode() == second.hashCode())
        + first.contentEquals(second)
        + Integer.signum(first.compareToIgnoreCase(second))
        + first.regionMatches(1, second, 1, 1);
  }

  static String search(String text) {
    return text.indexOf('t')
        + " "
        + text.indexOf('\u20AC')
        + " "
        + text.indexOf(0x1F600)
        + " "
        + text.lastIndexOf('a')
        + text.indexOf("xt")
        + text.indexOf('b', 3)
        + text.isEmpty()
        + text.isBlank()
        + text.chars().sum()
        + " "
        + text.hashCode();
  }

  static String change(String text) {
    return text.toUpperCase(Locale.ROOT)
        + text.toLowerCase(Locale.ROOT)
        + text.replace('a', 'o')
        + text.replace("t", "--")
        + text.trim()
        + text.strip()
        + String.join("+", text, text)
        + text.concat("end")
        + java.util.Arrays.toString(text.split(" "))
        + text.repeat(2);
  }

  static String encode(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);
    return java.util.Arrays.hashCode(utf8)
        + " "
        + java.util.Arrays.hashCode(latin)
        + " "
        + java.util.Arrays.hashCode(ascii)
        + " "
        + java.util.Arrays.hashCode(utf16)
        + new String(utf8, StandardCharsets.UTF_8).equals(text)
        + new String(latin, StandardCharsets.ISO_8859_1).length();
  }

  static int textSwitch(String text) {
    return switch (text) {
      case "" -> 1;
      case "a", "A" -> 2;
      case "plain text" -> text.length();
      case "Aa", "BB" -> 5;
      default -> text.length() > 5 ? 7 : 8;
    };
  }

  static String block(int value) {
    return """
    first "line" %d
      second\tline \
    continued
    third
    """
        .formatted(value);
  }

  static char charAt(String text, int index) {
    return text.charAt(index);
  }

  static String builder(String text) {
    StringBuilder builder = new StringBuilder(text);
    builder.insert(3, 'x').insert(0, 12L).append((Object) null).append(new char[] {'a', 'b'});
    builder.setCharAt(1, '\u20AC');
    builder.setLength(builder.length() - 1);
    builder.replace(2, 4, "++").delete(5, 6);
    return builder.toString() + builder.indexOf("x");
  }

  static int parse(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return e.getMessage().length();
    }
  }

  /** Has a name. */
  record Named(String name) {}

  /** Has none. */
  static final class Fails {
    @Override
    public String toString() {
      throw new UnsupportedOperationException("no text");
    }
  }
}
