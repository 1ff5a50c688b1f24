// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * A file for {@code java @file}. We write one argument a line, and read whatever the launcher does.
 * The launcher's own rules (JDK, src/java.base/share/native/libjli/args.c): blanks and line ends
 * separate, {@code #} starts a comment, quotes group, and within quotes a backslash escapes.
 */
public final class ArgumentFile {
  private static final String SAFE = "-+=:/.,_@%$*!~^()[]{}<>|;&?";

  private ArgumentFile() {}

  /** The arguments, in their order. */
  public static String text(List<String> arguments) {
    StringBuilder text = new StringBuilder();
    for (String argument : arguments) {
      text.append(quoted(argument)).append('\n');
    }
    return text.toString();
  }

  /** An argument as it has to stand in the file. */
  public static String quoted(String argument) {
    if (!argument.isEmpty() && argument.chars().allMatch(ArgumentFile::isSafe)) {
      return argument;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < argument.length(); i++) {
      quoted.append(escaped(argument.charAt(i)));
    }
    return quoted.append('"').toString();
  }

  private static boolean isSafe(int c) {
    return Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0;
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\f' -> "\\f";
      default -> String.valueOf(c);
    };
  }

  /** The arguments that a text stands for, whoever wrote it. */
  public static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (c == '#') {
        at = endOfLine(text, at);
      } else {
        StringBuilder argument = new StringBuilder();
        at = read(text, at, argument);
        // What stands right before a comment is lost: the launcher forgets it.
        if (at == text.length() || text.charAt(at) != '#') {
          arguments.add(argument.toString());
        }
      }
    }
    return arguments;
  }

  /** Reads one argument, parts of which may be quoted; returns where it ends. */
  private static int read(String text, int from, StringBuilder argument) {
    char quote = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (quote == 0 && (isBlank(c) || c == '#')) {
        return at - 1;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote == c) {
        quote = 0;
      } else if (quote != 0 && c == '\\' && at < text.length()) {
        at = readEscaped(text, at, argument);
      } else if (quote != 0 && (c == '\n' || c == '\r')) {
        return at;
      } else {
        argument.append(c);
      }
    }
    return at;
  }

  /** A backslash before the end of a line: the argument goes on at the next line's first letter. */
  private static int readEscaped(String text, int from, StringBuilder argument) {
    int at = from;
    char c = text.charAt(at++);
    if (c == '\n' || c == '\r') {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      return at;
    }
    argument.append(
        switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'f' -> '\f';
          default -> c;
        });
    return at;
  }

  private static int endOfLine(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }
}
