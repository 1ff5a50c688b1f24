// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import dev.preheat.samples.sitegen.content.SourcePage;
import java.net.URI;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/**
 * Turns links between Markdown files into links between pages.
 *
 * <p>Authors link to files, relative to their own, so that the links also work in an editor: {@code
 * ../graphs/dijkstra.md#heaps}. Whether the target exists is checked later, on the finished site.
 */
final class LinkRewriter extends AbstractVisitor {

  private final URI base;
  private final String basePath;

  /**
   * @param basePath what every address inside the site starts with
   * @param sourcePath path of the file that holds the links, below the content folder
   */
  LinkRewriter(String basePath, String sourcePath) {
    this.basePath = basePath;
    this.base = URI.create("/" + sourcePath);
  }

  @Override
  public void visit(Link link) {
    link.setDestination(rewrite(link.getDestination()));
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    image.setDestination(rewrite(image.getDestination()));
    visitChildren(image);
  }

  private String rewrite(String destination) {
    if (destination.startsWith("#") || destination.startsWith("/") || destination.contains(":")) {
      return destination;
    }
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    String fragment = hash < 0 ? "" : destination.substring(hash);
    String resolved = base.resolve(path).getPath().substring(1);
    String target = resolved.endsWith(".md") ? SourcePage.urlOf(resolved) : resolved;
    return basePath + target + fragment;
  }
}
