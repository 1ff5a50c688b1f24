// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.config.JsonMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the data files of a site. */
public final class DataReader {

  private static final String SUFFIX = ".json";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * Reads every table below a folder, by its path without the suffix.
   *
   * @throws SiteException if a file is no table
   */
  public SortedMap<String, DataTable> read(Path dataFolder) throws IOException {
    SortedMap<String, DataTable> tables = new TreeMap<>();
    for (String path : Folders.filesBelow(dataFolder)) {
      if (path.endsWith(SUFFIX)) {
        String name = path.substring(0, path.length() - SUFFIX.length());
        tables.put(name, readTable(dataFolder.resolve(path)));
      }
    }
    return tables;
  }

  private DataTable readTable(Path file) throws IOException {
    try {
      return mapper.readValue(Files.readString(file), DataTable.class);
    } catch (JsonProcessingException e) {
      throw new SiteException(
          "Cannot use " + file + ": " + JsonMessages.describe(e),
          "A data file has a caption, columns (title and kind) and rows of as many cells.",
          e);
    }
  }
}
