// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of dotted names, the one language in which agent, compiler and loader are told of
 * classes: {@code *} stands for any letters but dots, {@code **} for any letters, {@code ?} for one
 * letter but a dot. Every other letter stands for itself.
 *
 * <p>Written out, and not a regular expression: what the agent runs of the JDK appears in the trace
 * of the program.
 */
public final class ClassPattern {
  private final String pattern;

  /** A pattern, such as {@code com.acme.**}. */
  public ClassPattern(String pattern) {
    this.pattern = pattern;
  }

  /** The patterns that texts are. */
  public static List<ClassPattern> all(List<String> texts) {
    List<ClassPattern> patterns = new ArrayList<>(texts.size());
    for (String text : texts) {
      patterns.add(new ClassPattern(text));
    }
    return patterns;
  }

  /** Whether the whole of a name is as the pattern says. */
  public boolean matches(String name) {
    return matches(0, name, 0);
  }

  /** Whether one of several patterns matches. */
  public static boolean matchesAny(List<ClassPattern> patterns, String name) {
    for (ClassPattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int at, String name, int from) {
    int next = from;
    for (int i = at; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        boolean dots = i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
        return matchesRest(dots ? i + 2 : i + 1, name, next, dots);
      }
      if (next == name.length() || !stands(c, name.charAt(next))) {
        return false;
      }
      next++;
    }
    return next == name.length();
  }

  private static boolean stands(char pattern, char letter) {
    return pattern == '?' ? letter != '.' : pattern == letter;
  }

  /** Whether the rest of the pattern matches behind any letters from an index on. */
  private boolean matchesRest(int rest, String name, int from, boolean dots) {
    for (int next = from; next <= name.length(); next++) {
      if (matches(rest, name, next)) {
        return true;
      }
      if (next < name.length() && name.charAt(next) == '.' && !dots) {
        return false;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
