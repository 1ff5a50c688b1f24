// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

/**
 * A page as its author wrote it.
 *
 * @param path path below the content folder, with slashes, such as {@code sorting/quicksort.md}
 * @param frontMatter what the head of the file says
 * @param markdown the text after the head
 */
public record SourcePage(String path, FrontMatter frontMatter, String markdown) {

  private static final String SUFFIX = ".md";
  private static final String INDEX = "index" + SUFFIX;

  /** Returns the path of the page's folder below the site's root, with a slash at its end. */
  public String url() {
    return urlOf(path);
  }

  /** Returns the first folder of the path, or an empty string for a page at the top. */
  public String section() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Returns whether the page stands for its whole folder. */
  public boolean isIndex() {
    return path.equals(INDEX) || path.endsWith("/" + INDEX);
  }

  /**
   * Returns the address of the page that a Markdown file becomes: {@code a/b.md} lives at {@code
   * a/b/}, and {@code a/index.md} at {@code a/}.
   */
  public static String urlOf(String markdownPath) {
    if (markdownPath.equals(INDEX)) {
      return "";
    }
    return markdownPath.endsWith("/" + INDEX)
        ? markdownPath.substring(0, markdownPath.length() - INDEX.length())
        : markdownPath.substring(0, markdownPath.length() - SUFFIX.length()) + "/";
  }
}
