// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import dev.preheat.samples.sitegen.content.FrontMatter;
import dev.preheat.samples.sitegen.content.SourcePage;
import dev.preheat.samples.sitegen.markdown.PageFacts;
import dev.preheat.samples.sitegen.markdown.RenderedText;
import dev.preheat.samples.sitegen.markdown.TocEntry;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of the site. Templates use the short accessors.
 *
 * @param source what the author wrote
 * @param text what it was rendered to
 * @param readingMinutes estimated reading time
 */
public record Page(SourcePage source, RenderedText text, int readingMinutes) {

  /** Returns the path of the page's folder below the site's root. */
  public String url() {
    return source.url();
  }

  /** Returns the path of the HTML file that the page becomes. */
  public String file() {
    return source.url() + "index.html";
  }

  /** Returns the head of the page. */
  public FrontMatter frontMatter() {
    return source.frontMatter();
  }

  /** Returns the title. */
  public String title() {
    return source.frontMatter().title();
  }

  /** Returns the summary. */
  public String summary() {
    return source.frontMatter().summary();
  }

  /** Returns the day of first publication. */
  public LocalDate date() {
    return source.frontMatter().date();
  }

  /** Returns the day of the last change. */
  public LocalDate updated() {
    return source.frontMatter().updated();
  }

  /** Returns the text as HTML. */
  public String html() {
    return text.html();
  }

  /** Returns the table of contents. */
  public List<TocEntry> contents() {
    return text.contents();
  }

  /** Returns figures about the text. */
  public PageFacts facts() {
    return text.facts();
  }

  /** Returns whether the page stands for its whole section or site. */
  public boolean isIndex() {
    return source.isIndex();
  }
}
