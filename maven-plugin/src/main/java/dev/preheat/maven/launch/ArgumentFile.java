package dev.preheat.maven.launch;

import java.util.List;

/**
 * The text of a file for {@code java @file}, one argument a line. The launcher's own rules (JDK,
 * src/java.base/share/native/libjli/args.c): blanks and line ends separate, {@code #} starts a
 * comment, quotes group, and within quotes a backslash escapes.
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
}
