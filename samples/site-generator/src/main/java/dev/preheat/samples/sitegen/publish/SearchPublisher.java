// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.preheat.samples.sitegen.model.Site;
import java.io.IOException;

/** Writes the search index, which the script of the site and the search command read. */
final class SearchPublisher implements Publisher {

  private final ObjectMapper mapper = JsonMapper.builder().build();

  @Override
  public void publish(Site site, SiteFiles files) throws IOException {
    files.add("search.json", mapper.writeValueAsString(site.index()));
  }
}
