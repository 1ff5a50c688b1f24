// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import java.util.List;

/**
 * A subject and the pages about it.
 *
 * @param name as authors write it
 * @param slug as it stands in addresses
 * @param pages the pages, sorted by title
 */
public record Tag(String name, String slug, List<Page> pages) {

  /** Returns the path of the tag's page below the site's root. */
  public String url() {
    return "tags/" + slug + "/";
  }

  /** Returns the number of pages. */
  public int count() {
    return pages.size();
  }
}
