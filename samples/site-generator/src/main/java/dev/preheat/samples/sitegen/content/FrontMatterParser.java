// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.config.JsonMessages;

/** Splits a file into its YAML head and its Markdown body. */
public final class FrontMatterParser {

  private static final String FENCE = "---\n";

  private final ObjectMapper mapper = YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  /**
   * Parses one file.
   *
   * @param path path below the content folder, for the page and for messages
   * @param text the whole file
   * @throws SiteException if the head is missing, not closed, or says something that makes no sense
   */
  public SourcePage parse(String path, String text) {
    String normalised = text.replace("\r\n", "\n");
    if (!normalised.startsWith(FENCE)) {
      throw new SiteException(
          path + " has no front matter.",
          "Start the file with title, summary and date between two lines of three hyphens.");
    }
    int close = normalised.indexOf("\n" + FENCE, FENCE.length() - 1);
    if (close < 0) {
      throw new SiteException(
          "The front matter of " + path + " does not end.",
          "Put a line of three hyphens between the front matter and the text.");
    }
    String head = normalised.substring(FENCE.length(), close + 1);
    String body = normalised.substring(close + 1 + FENCE.length());
    return new SourcePage(path, parseHead(path, head), body);
  }

  private FrontMatter parseHead(String path, String head) {
    try {
      return mapper.readValue(head, FrontMatter.class);
    } catch (JsonProcessingException e) {
      throw new SiteException(
          "Cannot use the front matter of " + path + ": " + JsonMessages.describe(e),
          "Compare it with the section \"Front matter\" of the manual.",
          e);
    }
  }
}
