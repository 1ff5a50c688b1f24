// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import dev.preheat.samples.sitegen.links.LinkReport;
import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.publish.SiteFiles;
import dev.preheat.samples.sitegen.text.Sizes;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build has done, in a few lines.
 *
 * @param lines label and text of each line
 */
record Summary(List<Line> lines) {

  /**
   * One line.
   *
   * @param label what it is about
   * @param text what there is to say
   */
  record Line(String label, String text) {}

  static Summary of(Site site, SiteFiles files, LinkReport links, int written) {
    long words = site.pages().stream().mapToLong(page -> page.facts().words()).sum();
    long minutes = site.pages().stream().mapToLong(Page::readingMinutes).sum();
    return new Summary(
        List.of(
            new Line("site", site.config().title()),
            new Line(
                "pages",
                "%s in %s, %s, %s left out"
                    .formatted(
                        Sizes.count(site.pages().size(), "page"),
                        Sizes.count(site.sections().size(), "section"),
                        Sizes.count(site.tags().size(), "tag"),
                        Sizes.count(site.draftsLeftOut(), "draft"))),
            new Line(
                "text",
                "%s, %s to read".formatted(Sizes.count(words, "word"), Sizes.minutes(minutes))),
            new Line("code", code(site)),
            new Line("search", Sizes.count(site.index().terms().size(), "word stem")),
            new Line(
                "links",
                "%,d inside, %,d outside, %,d broken"
                    .formatted(links.internal(), links.external(), links.broken().size())),
            new Line(
                "files",
                "%s, %s, %,d written"
                    .formatted(
                        Sizes.count(files.all().size(), "file"),
                        Sizes.bytes(files.totalBytes()),
                        written))));
  }

  void printTo(PrintWriter writer) {
    for (Line line : lines) {
      writer.printf("%-8s%s%n", line.label(), line.text());
    }
  }

  private static String code(Site site) {
    SortedMap<String, Integer> languages = new TreeMap<>();
    site.pages().forEach(page -> page.facts().addCodeBlocksTo(languages));
    int blocks = languages.values().stream().mapToInt(Integer::intValue).sum();
    return "%s in %s"
        .formatted(Sizes.count(blocks, "block"), Sizes.count(languages.size(), "language"));
  }
}
