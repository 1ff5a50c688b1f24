// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import dev.preheat.samples.sitegen.highlight.Highlighter;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders fenced blocks: coloured code, or the tables of data files. */
final class CodeBlockRenderer implements NodeRenderer {

  private final HtmlWriter html;
  private final Highlighter highlighter;
  private final DataTableRenderer tables;

  CodeBlockRenderer(
      HtmlNodeRendererContext context, Highlighter highlighter, DataTableRenderer tables) {
    this.html = context.getWriter();
    this.highlighter = highlighter;
    this.tables = tables;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    FencedCodeBlock block = (FencedCodeBlock) node;
    InfoString info = InfoString.parse(block.getInfo());
    html.line();
    if (info.language().equals("data")) {
      tables.render(info.argument(), html);
    } else {
      code(info, block.getLiteral());
    }
    html.line();
  }

  private void code(InfoString info, String code) {
    html.tag("figure", Map.of("class", "code"));
    if (!info.title().isEmpty()) {
      html.tag("figcaption");
      html.text(info.title());
      html.tag("/figcaption");
    }
    String language = info.language().isEmpty() ? "text" : info.language();
    html.tag("pre");
    html.tag("code", Map.of("class", "language-" + language));
    String highlighted = highlighter.highlight(language, code);
    html.raw(info.lineNumbers() ? numbered(highlighted) : highlighted);
    html.tag("/code");
    html.tag("/pre");
    html.tag("/figure");
  }

  private static String numbered(String highlighted) {
    StringBuilder numbered = new StringBuilder(highlighted.length() * 2);
    int number = 1;
    for (String line : highlighted.split("\n")) {
      numbered.append("<span class=\"ln\">").append(number++).append("</span>");
      numbered.append(line).append('\n');
    }
    return numbered.toString();
  }
}
