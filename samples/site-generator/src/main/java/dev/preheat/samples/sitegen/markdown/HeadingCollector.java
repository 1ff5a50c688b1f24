// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.text.TextContentRenderer;

/** Notes the headings while they are rendered, with the anchors that the extension gave them. */
final class HeadingCollector implements AttributeProvider {

  private final TextContentRenderer textRenderer = TextContentRenderer.builder().build();
  private final List<PageHeading> headings;

  /**
   * @param headings list that each heading is added to
   */
  HeadingCollector(List<PageHeading> headings) {
    this.headings = headings;
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (node instanceof Heading heading) {
      String text = textRenderer.render(heading).strip();
      headings.add(new PageHeading(heading.getLevel(), attributes.get("id"), text));
    }
  }
}
