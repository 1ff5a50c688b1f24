// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A table kept as JSON below {@code data}, shown by a fenced block {@code data <name>}.
 *
 * @param caption one line above the table
 * @param columns headings
 * @param rows one list per row, each with one text or number per column
 */
public record DataTable(
    @JsonProperty(required = true) String caption,
    @JsonProperty(required = true) List<Column> columns,
    @JsonProperty(required = true) List<List<JsonNode>> rows) {

  /** Checks that every row has a cell for every column. */
  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns.size()) {
        throw new IllegalArgumentException(
            "row %d has %d cells for %d columns"
                .formatted(i + 1, rows.get(i).size(), columns.size()));
      }
    }
  }

  /**
   * One column.
   *
   * @param title heading
   * @param kind how its cells are shown
   */
  public record Column(
      @JsonProperty(required = true) String title, @JsonProperty(required = true) Kind kind) {}

  /** How the cells of a column are shown. */
  public enum Kind {
    /** As words. */
    TEXT,
    /** As a figure, aligned right, with thousands separated. */
    NUMBER,
    /** As it would stand in a program. */
    CODE
  }
}
