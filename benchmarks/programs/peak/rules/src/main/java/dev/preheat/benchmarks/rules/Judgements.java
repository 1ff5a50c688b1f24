// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.preheat.benchmarks.meter.Operation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads a document, asks it by paths, applies the rules to its orders, and writes the verdicts. */
final class Judgements implements Operation {
  private static final List<String> PATHS =
      List.of(
          "$[?(@.express == true)].id",
          "$..items[?(@.category == 'book' && @.price > 50)].product",
          "$[*].items[0].price",
          "$[-1:].country",
          "$[?(@.items.length() > 3)].items[*].amount");

  private final ObjectMapper json = new ObjectMapper();
  private final Configuration configuration =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(json))
          .mappingProvider(new JacksonMappingProvider(json))
          .build();
  private final List<JsonPath> paths = PATHS.stream().map(path -> JsonPath.compile(path)).toList();
  private final Rules rules = new Rules();
  private final List<byte[]> documents;

  Judgements() throws IOException {
    documents = Documents.all(json);
  }

  @Override
  public long once(int seed) throws IOException {
    JsonNode tree = json.readTree(documents.get(seed));
    DocumentContext context = JsonPath.using(configuration).parse(tree);
    long sum = 0;
    for (JsonPath path : paths) {
      JsonNode found = context.read(path);
      sum = 31 * sum + found.toString().hashCode();
    }
    List<Verdict> verdicts =
        Arrays.stream(json.readValue(documents.get(seed), Order[].class))
            .map(rules::judge)
            .toList();
    return 31 * sum + Arrays.hashCode(json.writeValueAsBytes(verdicts));
  }
}
