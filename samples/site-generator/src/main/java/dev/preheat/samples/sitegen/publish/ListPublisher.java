// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the pages that list other pages: by tag, by year, and the page for what is missing. */
final class ListPublisher implements Publisher {

  private final Templates templates;

  ListPublisher(Templates templates) {
    this.templates = templates;
  }

  @Override
  public void publish(Site site, SiteFiles files) throws IOException {
    files.add("tags/index.html", templates.render("tags", Map.of("tags", site.tags())));
    for (Tag tag : site.tags()) {
      files.add(tag.url() + "index.html", templates.render("tag", Map.of("tag", tag)));
    }
    files.add("archive/index.html", templates.render("archive", Map.of("years", byYear(site))));
    files.add("404.html", templates.render("missing", Map.of()));
  }

  private static SortedMap<Integer, List<Page>> byYear(Site site) {
    SortedMap<Integer, List<Page>> years = new TreeMap<>(Comparator.reverseOrder());
    for (Page page : site.articlesNewestFirst()) {
      years.computeIfAbsent(page.date().getYear(), year -> new ArrayList<>()).add(page);
    }
    return years;
  }
}
