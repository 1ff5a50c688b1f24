// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.SiteException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a finished site, by their paths below its root, before they are written. */
public final class SiteFiles {

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  /**
   * Adds a file.
   *
   * @throws SiteException if there is a file of that path already
   */
  public void add(String path, byte[] content) {
    if (files.putIfAbsent(path, content) != null) {
      throw new SiteException(
          "Two things of the site would be written to " + path + ".",
          "Rename one of the pages, aliases, tags or assets that lead there.");
    }
  }

  /**
   * Adds a text file in UTF-8.
   *
   * @throws SiteException if there is a file of that path already
   */
  public void add(String path, String content) {
    add(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns all files, sorted by path; not to be changed. */
  public SortedMap<String, byte[]> all() {
    return Collections.unmodifiableSortedMap(files);
  }

  /** Returns the content of a text file. */
  public String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  /** Returns the number of bytes in all files. */
  public long totalBytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }
}
