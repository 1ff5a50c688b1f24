// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small site for tests, with the templates and assets of the shipped one. */
public final class SiteFolder {

  /** The site that ships with the generator. */
  public static final Path SHIPPED = Path.of("site");

  private static final String CONFIG =
      """
      {
        "title": "Small site",
        "description": "A site for tests.",
        "baseUrl": "https://example.org/docs/",
        "author": "Ada",
        "language": "en-GB",
        "stylesheets": ["css/base.css", "css/code.css"],
        "navigation": [{"label": "Home", "path": ""}],
        "feedEntries": 2,
        "relatedPages": 2,
        "wordsPerMinute": 200
      }
      """;

  private final Path folder;

  private SiteFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes a site with a front page and no section. */
  public static SiteFolder in(Path folder) throws IOException {
    SiteFolder site = new SiteFolder(folder);
    site.file("site.json", CONFIG);
    copy(SHIPPED.resolve("templates"), folder.resolve("templates"));
    copy(SHIPPED.resolve("assets"), folder.resolve("assets"));
    return site.page("index.md", "Home", "", "Welcome.");
  }

  /** Returns the folder. */
  public Path path() {
    return folder;
  }

  /** Adds or replaces a file. */
  public SiteFolder file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Adds a page; the extra lines go into its front matter. */
  public SiteFolder page(String path, String title, String extra, String body) throws IOException {
    String head = "title: " + title + "\nsummary: About " + title + ".\ndate: 2024-05-17\n";
    return file("content/" + path, "---\n" + head + extra + "---\n" + body + "\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
