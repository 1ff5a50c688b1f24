// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import java.util.List;
import java.util.Optional;

/**
 * The pages of one folder.
 *
 * @param name name of the folder
 * @param index the page that introduces the section
 * @param pages the other pages, in reading order
 */
public record Section(String name, Page index, List<Page> pages) {

  /** Returns the title of the section. */
  public String title() {
    return index.title();
  }

  /** Returns the path of the section below the site's root. */
  public String url() {
    return index.url();
  }

  /** Returns the page before another one in reading order. */
  public Optional<Page> before(Page page) {
    return at(pages.indexOf(page) - 1);
  }

  /** Returns the page after another one in reading order; after the index comes the first. */
  public Optional<Page> after(Page page) {
    return at(pages.indexOf(page) + 1);
  }

  private Optional<Page> at(int place) {
    return place >= 0 && place < pages.size() ? Optional.of(pages.get(place)) : Optional.empty();
  }
}
