// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.links;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Finds anchors and links in HTML without building a document of it. */
final class HtmlScanner {

  private final String html;
  private final Set<String> anchors = new HashSet<>();
  private final Set<String> links = new TreeSet<>();

  private HtmlScanner(String html) {
    this.html = html;
  }

  /**
   * What was found.
   *
   * @param anchors values of {@code id}
   * @param links values of {@code href} and {@code src}, sorted, each once
   */
  record Result(Set<String> anchors, Set<String> links) {}

  static Result scan(String html) {
    HtmlScanner scanner = new HtmlScanner(html);
    int index = html.indexOf('<');
    while (index >= 0) {
      index = html.indexOf('<', scanner.tag(index + 1));
    }
    return new Result(scanner.anchors, scanner.links);
  }

  /** Reads one tag and returns the place behind it. */
  private int tag(int start) {
    if (html.startsWith("!--", start)) {
      int close = html.indexOf("-->", start);
      return close < 0 ? html.length() : close + 3;
    }
    int index = endOfName(start);
    while (index < html.length() && html.charAt(index) != '>') {
      index = Character.isLetter(html.charAt(index)) ? attribute(index) : index + 1;
    }
    return index;
  }

  private int attribute(int start) {
    int nameEnd = endOfName(start);
    if (nameEnd + 1 >= html.length() || html.charAt(nameEnd) != '=') {
      return nameEnd;
    }
    char quote = html.charAt(nameEnd + 1);
    int close = quote == '"' || quote == '\'' ? html.indexOf(quote, nameEnd + 2) : -1;
    if (close < 0) {
      return nameEnd + 1;
    }
    String value = html.substring(nameEnd + 2, close);
    switch (html.substring(start, nameEnd)) {
      case "id" -> anchors.add(value);
      case "href", "src" -> links.add(value.replace("&amp;", "&"));
      default -> {
        // Other attributes lead nowhere.
      }
    }
    return close + 1;
  }

  private int endOfName(int start) {
    int index = start;
    while (index < html.length() && isNamePart(html.charAt(index))) {
      index++;
    }
    return index;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '/' || c == '!' || c == '_';
  }
}
