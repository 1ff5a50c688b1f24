// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Section;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.Tag;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the pages that authors wrote: the front page, the sections and their pages. */
final class PagePublisher implements Publisher {

  private static final int NEWEST_ON_FRONT_PAGE = 8;

  private final Templates templates;

  PagePublisher(Templates templates) {
    this.templates = templates;
  }

  @Override
  public void publish(Site site, SiteFiles files) throws IOException {
    for (Page page : site.pages()) {
      files.add(page.file(), render(site, page));
    }
  }

  private String render(Site site, Page page) throws IOException {
    Optional<Section> section = site.sectionOf(page);
    if (section.isEmpty() && page.isIndex()) {
      List<Page> newest = site.articlesNewestFirst();
      int shown = Math.min(NEWEST_ON_FRONT_PAGE, newest.size());
      return templates.render("home", Map.of("page", page, "newest", newest.subList(0, shown)));
    }
    if (section.isPresent() && section.get().index() == page) {
      return templates.render("section", Map.of("page", page, "section", section.get()));
    }
    Map<String, Object> values = new HashMap<>();
    values.put("page", page);
    values.put("section", section.orElse(null));
    values.put("tags", tagsOf(site, page));
    values.put("related", site.related().get(page.url()));
    values.put("previous", section.flatMap(s -> s.before(page)).orElse(null));
    values.put("next", section.flatMap(s -> s.after(page)).orElse(null));
    return templates.render("page", values);
  }

  private static List<Tag> tagsOf(Site site, Page page) {
    return site.tags().stream().filter(tag -> tag.pages().contains(page)).toList();
  }
}
