// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;

/**
 * What {@code site.json} says about the site as a whole.
 *
 * @param title name of the site
 * @param description one sentence for search engines and feed readers
 * @param baseUrl absolute address under which the site is published, with a slash at its end
 * @param author default author of the pages
 * @param language language tag of the text, such as {@code en-GB}
 * @param stylesheets CSS files below {@code assets}, bundled in this order
 * @param navigation entries of the main menu, in this order
 * @param feedEntries how many pages the feed holds, newest first
 * @param relatedPages how many related pages each page shows
 * @param wordsPerMinute reading speed behind the reading times
 */
public record SiteConfig(
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String description,
    @JsonProperty(required = true) URI baseUrl,
    @JsonProperty(required = true) String author,
    @JsonProperty(required = true) String language,
    @JsonProperty(required = true) List<String> stylesheets,
    @JsonProperty(required = true) List<NavigationLink> navigation,
    @JsonProperty(required = true) int feedEntries,
    @JsonProperty(required = true) int relatedPages,
    @JsonProperty(required = true) int wordsPerMinute) {

  /** Checks what the types cannot express. */
  public SiteConfig {
    if (!baseUrl.isAbsolute() || !baseUrl.getPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "baseUrl must be absolute and end with a slash: " + baseUrl);
    }
    if (feedEntries < 1) {
      throw new IllegalArgumentException("feedEntries must be positive: " + feedEntries);
    }
    if (relatedPages < 0) {
      throw new IllegalArgumentException("relatedPages must not be negative: " + relatedPages);
    }
    if (wordsPerMinute < 1) {
      throw new IllegalArgumentException("wordsPerMinute must be positive: " + wordsPerMinute);
    }
    stylesheets = List.copyOf(stylesheets);
    navigation = List.copyOf(navigation);
  }

  /** Returns the same configuration published under another address. */
  public SiteConfig withBaseUrl(URI otherBaseUrl) {
    return new SiteConfig(
        title,
        description,
        otherBaseUrl,
        author,
        language,
        stylesheets,
        navigation,
        feedEntries,
        relatedPages,
        wordsPerMinute);
  }

  /** Returns the path part of the base address, which every link inside the site starts with. */
  public String basePath() {
    return baseUrl.getPath();
  }

  /** Returns the absolute address of a page given by its path below the site's root. */
  public String absoluteUrl(String path) {
    return baseUrl + path;
  }
}
