// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.preheat.samples.sitegen.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads {@code site.json}. */
public final class SiteConfigReader {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * Reads the configuration of the site in a folder.
   *
   * @throws SiteException if the file is missing or says something that makes no sense
   */
  public SiteConfig read(Path siteFolder) throws IOException {
    Path file = siteFolder.resolve("site.json");
    try {
      return mapper.readValue(Files.readString(file), SiteConfig.class);
    } catch (NoSuchFileException e) {
      throw new SiteException(
          "There is no site.json in " + siteFolder + ".",
          "Name a folder that holds a site, or write a site.json into this one.",
          e);
    } catch (JsonProcessingException e) {
      throw new SiteException(
          "Cannot use " + file + ": " + JsonMessages.describe(e),
          "Compare the file with the section \"site.json\" of the manual.",
          e);
    }
  }
}
