package dev.preheat.compiler.select;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The includes and excludes of a request: {@code *} within a package, {@code **} across packages,
 * {@code ?} one character.
 */
final class ClassFilter {

  private final List<Pattern> includes;
  private final List<Pattern> excludes;
  private final boolean includeJdk;

  ClassFilter(List<String> includes, List<String> excludes, boolean includeJdk) {
    this.includes = includes.stream().map(ClassFilter::pattern).toList();
    this.excludes = excludes.stream().map(ClassFilter::pattern).toList();
    this.includeJdk = includeJdk;
  }

  boolean includes(ClassId id) {
    String name = id.name().replace('/', '.');
    if (excludes.stream().anyMatch(pattern -> pattern.matcher(name).matches())) {
      return false;
    }
    if (id.loader() != LoaderRole.APP) {
      return includeJdk;
    }
    return includes.isEmpty()
        || includes.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static Pattern pattern(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^.]*");
      } else if (c == '?') {
        regex.append("[^.]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
