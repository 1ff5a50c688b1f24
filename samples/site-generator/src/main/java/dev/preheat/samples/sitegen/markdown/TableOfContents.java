// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.ArrayList;
import java.util.List;

/** Nests the headings of a page. */
final class TableOfContents {

  private static final int DEEPEST_LEVEL = 3;

  private TableOfContents() {}

  /**
   * Returns the entries for the headings down to level three, each below the last heading before it
   * that has a higher rank. Levels may be missing: a level-three heading under a level-one heading
   * becomes its child.
   */
  static List<TocEntry> of(List<PageHeading> headings) {
    List<PageHeading> shown = headings.stream().filter(h -> h.level() <= DEEPEST_LEVEL).toList();
    return nest(shown);
  }

  private static List<TocEntry> nest(List<PageHeading> headings) {
    List<TocEntry> entries = new ArrayList<>();
    int start = 0;
    while (start < headings.size()) {
      PageHeading parent = headings.get(start);
      int end = start + 1;
      while (end < headings.size() && headings.get(end).level() > parent.level()) {
        end++;
      }
      List<TocEntry> children = nest(headings.subList(start + 1, end));
      entries.add(new TocEntry(parent.id(), parent.text(), children));
      start = end;
    }
    return List.copyOf(entries);
  }
}
