// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * The YAML block at the head of a page.
 *
 * @param title title of the page
 * @param summary one or two sentences, shown in lists and in the feed
 * @param date day of first publication
 * @param updated day of the last change; the day of publication if the file does not say
 * @param author author, or null for the site's own
 * @param tags subjects of the page, in the order of the file
 * @param order place within the section; pages of the same place are sorted by title
 * @param draft whether the page is left out of ordinary builds
 * @param aliases former paths of the page, which get a redirect
 */
public record FrontMatter(
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String summary,
    @JsonProperty(required = true) LocalDate date,
    LocalDate updated,
    String author,
    List<String> tags,
    int order,
    boolean draft,
    List<String> aliases) {

  /** Fills in what the file may leave out. */
  public FrontMatter {
    if (title == null || title.isBlank() || summary == null || summary.isBlank() || date == null) {
      throw new IllegalArgumentException("title, summary and date must not be empty");
    }
    updated = updated == null ? date : updated;
    tags = tags == null ? List.of() : List.copyOf(tags);
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    if (updated.isBefore(date)) {
      throw new IllegalArgumentException("updated (" + updated + ") is before date (" + date + ")");
    }
  }
}
