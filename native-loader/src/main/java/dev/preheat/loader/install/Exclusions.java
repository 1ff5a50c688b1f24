package dev.preheat.loader.install;

import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Methods that the user wants left out, to find out which one does harm. Patterns are separated by
 * commas, or lie in a file, one a line; {@code *} stands for any text; a pattern without a
 * parenthesis fits every descriptor. Full names may be as many as an image has.
 */
public final class Exclusions {

  private final Set<String> names = new HashSet<>();
  private final Pattern pattern;

  private Exclusions(List<String> patterns) {
    StringBuilder regex = new StringBuilder();
    for (String each : patterns) {
      String glob = each.strip().replace('/', '.');
      if (glob.isEmpty() || glob.startsWith("#")) {
        continue;
      }
      if (glob.indexOf('*') < 0 && glob.indexOf('(') >= 0) {
        names.add(glob);
      } else {
        append(regex, glob);
      }
    }
    pattern = Pattern.compile(regex.toString());
  }

  /**
   * Reads the option.
   *
   * @param option patterns, or {@code @} and a file's path; lines of the file that start with
   *     {@code #} are comments
   * @throws Refusal when there is no such file: methods would be installed that were not to be
   */
  public static Exclusions of(String option) {
    if (!option.startsWith("@")) {
      return new Exclusions(List.of(option.split(",", -1)));
    }
    try {
      return new Exclusions(Files.readAllLines(Path.of(option.substring(1))));
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(
          "preheat.exclude", "a file with patterns", e.toString(), "correct the option");
    }
  }

  /** Whether a method (class, name and descriptor) is left out. */
  public boolean matches(String method) {
    String name = method.replace('/', '.');
    return names.contains(name) || pattern.matcher(name).matches();
  }

  private static void append(StringBuilder regex, String glob) {
    regex.append(regex.isEmpty() ? "" : "|");
    for (String part : glob.split("\\*", -1)) {
      regex.append(Pattern.quote(part)).append(".*");
    }
    regex.setLength(regex.length() - 2);
    if (glob.indexOf('(') < 0) {
      regex.append("(\\(.*)?");
    }
  }
}
