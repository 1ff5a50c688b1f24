// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.config.SiteConfig;
import dev.preheat.samples.sitegen.config.SiteConfigReader;
import dev.preheat.samples.sitegen.content.ContentReader;
import dev.preheat.samples.sitegen.content.DataReader;
import dev.preheat.samples.sitegen.content.SourcePage;
import dev.preheat.samples.sitegen.markdown.MarkdownRenderer;
import dev.preheat.samples.sitegen.markdown.RenderedText;
import dev.preheat.samples.sitegen.search.RelatedPages;
import dev.preheat.samples.sitegen.search.SearchIndex;
import dev.preheat.samples.sitegen.text.ReadingTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a site from its folder and renders its pages. */
public final class SiteReader {

  private static final Comparator<Page> READING_ORDER =
      Comparator.<Page>comparingInt(page -> page.frontMatter().order()).thenComparing(Page::title);

  /**
   * Reads a site.
   *
   * @throws SiteException if any part of it is missing or faulty
   */
  public Site read(SiteOptions options) throws IOException {
    SiteConfig configured = new SiteConfigReader().read(options.folder());
    SiteConfig config = options.baseUrl().map(configured::withBaseUrl).orElse(configured);
    List<SourcePage> sources = new ContentReader().read(options.contentFolder());
    List<SourcePage> published =
        sources.stream()
            .filter(source -> options.drafts() || !source.frontMatter().draft())
            .toList();

    MarkdownRenderer renderer =
        new MarkdownRenderer(config.basePath(), new DataReader().read(options.dataFolder()));
    List<Page> pages = render(published, renderer, new ReadingTime(config.wordsPerMinute()));
    SearchIndex index = SearchIndex.of(pages.stream().map(SiteReader::searchText).toList());
    return new Site(
        config,
        pages,
        sections(pages),
        TagCollector.collect(pages),
        index,
        related(pages, index, config.relatedPages()),
        sources.size() - published.size());
  }

  private static List<Page> render(
      List<SourcePage> sources, MarkdownRenderer renderer, ReadingTime readingTime) {
    List<Page> pages = new ArrayList<>();
    for (SourcePage source : sources) {
      RenderedText text = renderer.render(source);
      int minutes = readingTime.minutes(text.facts().words(), text.facts().codeLines());
      pages.add(new Page(source, text, minutes));
    }
    pages.sort(Comparator.comparing(Page::url));
    return List.copyOf(pages);
  }

  private static SearchIndex.Text searchText(Page page) {
    return new SearchIndex.Text(page.url(), page.title(), page.summary(), page.text().plainText());
  }

  private static List<Section> sections(List<Page> pages) {
    Map<String, List<Page>> byFolder =
        pages.stream()
            .filter(page -> !page.source().section().isEmpty())
            .collect(Collectors.groupingBy(page -> page.source().section()));
    List<Section> sections = new ArrayList<>();
    byFolder.forEach((name, members) -> sections.add(section(name, members)));
    sections.sort(Comparator.comparing(Section::index, READING_ORDER));
    return List.copyOf(sections);
  }

  private static Section section(String name, List<Page> members) {
    Page index =
        members.stream()
            .filter(page -> page.url().equals(name + "/"))
            .findFirst()
            .orElseThrow(
                () ->
                    new SiteException(
                        "The folder content/" + name + " has no index.md.",
                        "Write one: it introduces the section and gives it a title."));
    List<Page> pages =
        members.stream().filter(page -> page != index).sorted(READING_ORDER).toList();
    return new Section(name, index, pages);
  }

  private static Map<String, List<Page>> related(List<Page> pages, SearchIndex index, int limit) {
    RelatedPages similarity = RelatedPages.of(index);
    Map<String, List<Page>> related = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      List<Page> similar =
          similarity.mostSimilarTo(i).stream()
              .map(pages::get)
              .filter(page -> !page.isIndex())
              .limit(limit)
              .toList();
      related.put(pages.get(i).url(), similar);
    }
    return Map.copyOf(related);
  }
}
