// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.describe;

import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How much there is of some records, in numbers and bytes.
 *
 * @param relocations number of relocations of each kind
 */
record Sizes(
    int records,
    long code,
    long stream,
    long data,
    SortedMap<RelocationKind, Integer> relocations) {

  static Sizes of(List<InstallRecord> records, Predicate<RecordKind> kinds) {
    long code = 0;
    long stream = 0;
    long data = 0;
    int count = 0;
    SortedMap<RelocationKind, Integer> relocations = new TreeMap<>();
    for (RelocationKind each : RelocationKind.values()) {
      relocations.put(each, 0);
    }
    for (InstallRecord record : records) {
      if (!kinds.test(record.subject().kind())) {
        continue;
      }
      count++;
      code += record.body().code().length;
      stream += record.body().stream().length;
      data += record.body().data().length;
      for (Relocation patch : record.relocations()) {
        relocations.merge(patch.kind(), 1, Integer::sum);
      }
    }
    return new Sizes(count, code, stream, data, relocations);
  }
}
