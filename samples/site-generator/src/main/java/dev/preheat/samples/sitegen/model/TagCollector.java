// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.text.Slugs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the tags of pages. */
final class TagCollector {

  private TagCollector() {}

  /**
   * Returns every tag with its pages, sorted by name.
   *
   * @throws SiteException if two tags would share one address
   */
  static List<Tag> collect(List<Page> pages) {
    SortedMap<String, List<Page>> pagesByTag = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Page page : pages) {
      for (String tag : page.frontMatter().tags()) {
        pagesByTag.computeIfAbsent(tag, name -> new ArrayList<>()).add(page);
      }
    }
    SortedMap<String, Tag> tagsBySlug = new TreeMap<>();
    pagesByTag.forEach((name, members) -> add(name, members, tagsBySlug));
    return tagsBySlug.values().stream()
        .sorted(Comparator.comparing(Tag::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static void add(String name, List<Page> members, SortedMap<String, Tag> tagsBySlug) {
    List<Page> sorted = members.stream().sorted(Comparator.comparing(Page::title)).toList();
    Tag tag = new Tag(name, Slugs.of(name), sorted);
    Tag other = tagsBySlug.putIfAbsent(tag.slug(), tag);
    if (other != null) {
      throw new SiteException(
          "The tags \"%s\" and \"%s\" would share the address %s."
              .formatted(other.name(), name, tag.url()),
          "Write them alike in all pages, or choose other words.");
    }
  }
}
