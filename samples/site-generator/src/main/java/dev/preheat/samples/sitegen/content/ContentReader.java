// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import dev.preheat.samples.sitegen.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads all pages of a content folder. */
public final class ContentReader {

  private final FrontMatterParser frontMatterParser = new FrontMatterParser();

  /**
   * Reads every Markdown file below a folder, sorted by path.
   *
   * @throws SiteException if the folder is missing or holds no page, or a page has a faulty head
   */
  public List<SourcePage> read(Path contentFolder) throws IOException {
    List<SourcePage> pages = new ArrayList<>();
    for (String path : Folders.filesBelow(contentFolder)) {
      if (path.endsWith(".md")) {
        pages.add(frontMatterParser.parse(path, Files.readString(contentFolder.resolve(path))));
      }
    }
    if (pages.isEmpty()) {
      throw new SiteException(
          "There is no Markdown file in " + contentFolder + ".",
          "Put the pages of the site there, as files that end in .md.");
    }
    return pages;
  }
}
