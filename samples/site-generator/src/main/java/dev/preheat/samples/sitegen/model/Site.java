// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import dev.preheat.samples.sitegen.config.SiteConfig;
import dev.preheat.samples.sitegen.search.SearchIndex;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole site, rendered but not yet put into its templates.
 *
 * @param config what {@code site.json} says
 * @param pages all pages, sorted by address
 * @param sections all sections, sorted by the order of their index pages
 * @param tags all tags, sorted by name
 * @param index the search index over all pages
 * @param related the most similar pages of each page, by its address
 * @param draftsLeftOut how many drafts are not part of the site
 */
public record Site(
    SiteConfig config,
    List<Page> pages,
    List<Section> sections,
    List<Tag> tags,
    SearchIndex index,
    Map<String, List<Page>> related,
    int draftsLeftOut) {

  private static final Comparator<Page> NEWEST_FIRST =
      Comparator.comparing(Page::date).reversed().thenComparing(Page::url);

  /** Returns the section that a page belongs to, or nothing for a page at the top. */
  public Optional<Section> sectionOf(Page page) {
    String name = page.source().section();
    return sections.stream().filter(section -> section.name().equals(name)).findFirst();
  }

  /** Returns the pages that are no index, newest first. */
  public List<Page> articlesNewestFirst() {
    return pages.stream().filter(page -> !page.isIndex()).sorted(NEWEST_FIRST).toList();
  }

  /** Returns the day of the last change of any page. */
  public LocalDate updated() {
    return pages.stream().map(Page::updated).max(Comparator.naturalOrder()).orElseThrow();
  }
}
