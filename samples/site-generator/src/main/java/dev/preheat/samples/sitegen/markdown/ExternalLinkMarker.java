// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Marks links that leave the site, and lets images load when they come into view. */
final class ExternalLinkMarker implements AttributeProvider {

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (node instanceof Link link && link.getDestination().startsWith("http")) {
      attributes.put("rel", "external noopener");
    } else if (node instanceof Image) {
      attributes.put("loading", "lazy");
    }
  }
}
