// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import dev.preheat.samples.sitegen.content.DataTable;
import dev.preheat.samples.sitegen.content.SourcePage;
import dev.preheat.samples.sitegen.highlight.Highlighter;
import dev.preheat.samples.sitegen.highlight.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Renders the Markdown of pages. */
public final class MarkdownRenderer {

  private final List<Extension> extensions =
      List.of(
          AutolinkExtension.create(),
          FootnotesExtension.create(),
          HeadingAnchorExtension.create(),
          StrikethroughExtension.create(),
          TablesExtension.create(),
          TaskListItemsExtension.create());
  private final Parser parser = Parser.builder().extensions(extensions).build();
  private final TextContentRenderer textRenderer =
      TextContentRenderer.builder()
          .extensions(extensions)
          .lineBreakRendering(LineBreakRendering.COMPACT)
          .build();
  private final Highlighter highlighter = new Highlighter(new Languages());
  private final DataTableRenderer tables;
  private final String basePath;

  /**
   * @param basePath what every address inside the site starts with
   * @param tables tables that pages can show
   */
  public MarkdownRenderer(String basePath, SortedMap<String, DataTable> tables) {
    this.basePath = basePath;
    this.tables = new DataTableRenderer(tables);
  }

  /**
   * Renders one page.
   *
   * @throws dev.preheat.samples.sitegen.SiteException if the page shows a table that does not exist
   */
  public RenderedText render(SourcePage page) {
    Node document = parser.parse(page.markdown());
    document.accept(new LinkRewriter(basePath, page.path()));
    List<PageHeading> headings = new ArrayList<>();
    String html = htmlRenderer(headings).render(document);
    return new RenderedText(
        html,
        textRenderer.render(document),
        TableOfContents.of(headings),
        FactCollector.collect(document));
  }

  private HtmlRenderer htmlRenderer(List<PageHeading> headings) {
    return HtmlRenderer.builder()
        .extensions(extensions)
        .attributeProviderFactory(context -> new HeadingCollector(headings))
        .attributeProviderFactory(context -> new ExternalLinkMarker())
        .nodeRendererFactory(context -> new CodeBlockRenderer(context, highlighter, tables))
        .build();
  }
}
