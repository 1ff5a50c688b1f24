package dev.preheat.agent.instrument;

import java.util.List;

/**
 * Patterns of dotted class names: {@code *} for any letters but dots, {@code **} for any.
 *
 * <p>Written out, and not a regular expression: what the agent runs of the JDK appears in the trace
 * of the program.
 */
final class ClassPatterns {
  private final List<String> patterns;

  ClassPatterns(List<String> patterns) {
    this.patterns = patterns;
  }

  boolean match(String className) {
    for (String pattern : patterns) {
      if (matches(pattern, 0, className, 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, int at, String name, int from) {
    int next = from;
    for (int i = at; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        boolean dots = i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
        return matchesRest(pattern, dots ? i + 2 : i + 1, name, next, dots);
      }
      if (next == name.length() || name.charAt(next) != c) {
        return false;
      }
      next++;
    }
    return next == name.length();
  }

  /** Whether the rest of a pattern matches behind any letters from an index on. */
  private static boolean matchesRest(
      String pattern, int rest, String name, int from, boolean dots) {
    for (int next = from; next <= name.length(); next++) {
      if (matches(pattern, rest, name, next)) {
        return true;
      }
      if (next < name.length() && name.charAt(next) == '.' && !dots) {
        return false;
      }
    }
    return false;
  }
}
