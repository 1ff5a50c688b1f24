// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts are built, searched, formatted and parsed again. */
final class TextWork implements Work {
  private static final Pattern PAIR = Pattern.compile("(?<key>[a-z]+)\\s*=\\s*(?<value>-?\\d+)");
  private static final Pattern WORDS = Pattern.compile("\\b(?:(\\w)\\w*?\\1)\\b|[aeiou]{2,}");
  private static final int LINES = 40;

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    String text = build(mix);
    match(mix, text);
    format(mix);
    parse(mix, text);
    transform(mix, text);
    return mix.sum();
  }

  private static String build(Mix mix) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      for (int i = mix.next(9) + 1; i > 0; i--) {
        text.append((char) ('a' + mix.next(26)));
      }
      text.append(" = ").append((int) mix.next()).append(line % 9 == 0 ? " été €\n" : "\n");
    }
    text.insert(mix.next(text.length()), "inserted").reverse().reverse();
    return text.toString();
  }

  private static void match(Mix mix, String text) {
    Matcher matcher = PAIR.matcher(text);
    while (matcher.find()) {
      mix.add(matcher.group("key")).add(Long.parseLong(matcher.group("value")));
    }
    mix.add(WORDS.matcher(text).replaceAll(found -> found.group().toUpperCase(Locale.ROOT)));
    mix.add(text.replaceAll("[0-9]+$", "#").split("[=\\n]").length);
  }

  private static void format(Mix mix) {
    for (int i = 0; i < 6; i++) {
      double number = mix.next(1_000_000) / 64.0;
      mix.add(String.format(Locale.ROOT, "%08.3f %x %-5s|%,d", number, i, "ab", mix.next() >> 20));
      mix.add(
          new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
              .format(number));
    }
    mix.add(new MessageFormat("{0} of {1}", Locale.ROOT).format(new Object[] {"part", "whole"}));
    LocalDate date = LocalDate.ofEpochDay(mix.next(40_000));
    mix.add(DateTimeFormatter.ISO_DATE.format(date.plusDays(mix.next(400))));
    mix.add(Duration.ofMillis(mix.next(100_000_000)).toString());
  }

  private static void parse(Mix mix, String text) {
    try (Scanner scanner = new Scanner(text)) {
      for (int i = 0; i < 5; i++) {
        mix.add(scanner.nextLine());
      }
    }
    StringTokenizer tokens = new StringTokenizer(text, " =\n");
    StringJoiner joined = new StringJoiner(",", "[", "]");
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      try {
        joined.add(Integer.toHexString(Integer.parseInt(token)));
      } catch (NumberFormatException e) {
        joined.add(e.getMessage());
      }
    }
    mix.add(joined.toString());
    double number = mix.next() / 1e7;
    mix.add(Double.doubleToLongBits(Double.parseDouble(Double.toString(number))));
  }

  private static void transform(Mix mix, String text) {
    mix.add(text.lines().map(String::strip).filter(line -> line.length() > 9).count());
    mix.add(text.chars().filter(Character::isLetter).sum());
    mix.add(
        text.indexOf("in") + text.lastIndexOf('9') + text.compareTo(text.toUpperCase(Locale.ROOT)));
    mix.add(text.repeat(2).substring(text.length() - 7, text.length() + 20).intern());
    mix.add("%s-%s".formatted(text.codePointAt(3), text.equalsIgnoreCase(text.strip())));
  }
}
