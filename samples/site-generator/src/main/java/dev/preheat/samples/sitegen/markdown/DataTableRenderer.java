// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.content.DataTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders tables of data files. */
final class DataTableRenderer {

  private static final Map<String, String> FIGURE = Map.of("class", "number");

  private final SortedMap<String, DataTable> tables;

  DataTableRenderer(SortedMap<String, DataTable> tables) {
    this.tables = tables;
  }

  /**
   * Renders the table of that name.
   *
   * @throws SiteException if there is no such table
   */
  void render(String name, HtmlWriter html) {
    DataTable table = tables.get(name);
    if (table == null) {
      throw new SiteException(
          "There is no data file for the block \"data " + name + "\".",
          "Add data/" + name + ".json, or name one of " + tables.keySet() + ".");
    }
    html.tag("table", Map.of("class", "data"));
    html.tag("caption");
    html.text(table.caption());
    html.tag("/caption");
    html.tag("thead");
    html.tag("tr");
    for (DataTable.Column column : table.columns()) {
      html.tag("th", Map.of("scope", "col"));
      html.text(column.title());
      html.tag("/th");
    }
    html.tag("/tr");
    html.tag("/thead");
    body(table, html);
    html.tag("/table");
  }

  private static void body(DataTable table, HtmlWriter html) {
    html.tag("tbody");
    for (List<JsonNode> row : table.rows()) {
      html.line();
      html.tag("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(table.columns().get(i).kind(), row.get(i), html);
      }
      html.tag("/tr");
    }
    html.tag("/tbody");
  }

  private static void cell(DataTable.Kind kind, JsonNode value, HtmlWriter html) {
    switch (kind) {
      case TEXT -> {
        html.tag("td");
        html.text(value.asText());
      }
      case NUMBER -> {
        html.tag("td", FIGURE);
        html.text(figure(value));
      }
      case CODE -> {
        html.tag("td");
        html.tag("code");
        html.text(value.asText());
        html.tag("/code");
      }
    }
    html.tag("/td");
  }

  private static String figure(JsonNode value) {
    return value.isIntegralNumber()
        ? String.format(Locale.ROOT, "%,d", value.asLong())
        : value.asText();
  }
}
