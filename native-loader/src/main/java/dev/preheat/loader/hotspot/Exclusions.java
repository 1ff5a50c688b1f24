package dev.preheat.loader.hotspot;

import java.util.regex.Pattern;

/**
 * Methods that the user wants left out, to find out which one does harm. Patterns are separated by
 * commas; {@code *} stands for any text; a pattern without a parenthesis fits every descriptor.
 */
final class Exclusions {

  private final Pattern pattern;

  Exclusions(String patterns) {
    StringBuilder regex = new StringBuilder();
    for (String each : patterns.split(",", -1)) {
      if (!each.isBlank()) {
        regex.append(regex.isEmpty() ? "" : "|");
        String glob = each.strip().replace('/', '.');
        for (String part : glob.split("\\*", -1)) {
          regex.append(Pattern.quote(part)).append(".*");
        }
        regex.setLength(regex.length() - 2);
        if (glob.indexOf('(') < 0) {
          regex.append("(\\(.*)?");
        }
      }
    }
    pattern = Pattern.compile(regex.toString());
  }

  /** Whether a method (class, name and descriptor) is left out. */
  boolean matches(String method) {
    return pattern.matcher(method.replace('/', '.')).matches();
  }
}
