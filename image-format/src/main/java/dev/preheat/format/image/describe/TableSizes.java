// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.describe;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.write.ImageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large the parts of an image are.
 *
 * @param region bytes
 * @param code bytes
 * @param counts entries of each table
 */
record TableSizes(int region, int code, SortedMap<Table, Integer> counts) {

  static TableSizes of(ImageModel model) {
    ImageWriter.Layout layout = ImageWriter.write(model);
    ByteBuffer region = ByteBuffer.wrap(layout.region()).order(ByteOrder.LITTLE_ENDIAN);
    SortedMap<Table, Integer> counts = new TreeMap<>();
    for (Table table : Table.values()) {
      int entry =
          ImageLayout.Header.DIRECTORY + table.number() * ImageLayout.Header.DIRECTORY_ENTRY;
      counts.put(table, region.getInt(entry + Integer.BYTES));
    }
    return new TableSizes(
        layout.region().length, layout.code().length, Collections.unmodifiableSortedMap(counts));
  }

  /** Bytes of a table, padding left out. */
  static long bytes(Table table, int count) {
    return (long) count * table.entryBytes();
  }
}
