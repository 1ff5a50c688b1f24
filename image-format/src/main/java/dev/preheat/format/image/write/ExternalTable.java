// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel.CallSiteAppendix;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.StubEntry;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.model.NumberedExternal;
import dev.preheat.format.image.write.ImageWriter.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Numbers the externals. Each variant has stubs of its own, all else is common to all variants. */
final class ExternalTable {

  private final List<Map<String, Integer>> stubsByVariant = new ArrayList<>();
  private final SortedSet<NumberedExternal> entries = new TreeSet<>();
  private final Map<NumberedExternal, Integer> numbers;

  public ExternalTable(List<Variant> variants) {
    int record = 0;
    for (int variant = 0; variant < variants.size(); variant++) {
      List<InstallRecord> records = variants.get(variant).records();
      Map<String, Integer> stubs = new HashMap<>();
      for (InstallRecord each : records) {
        if (each.subject() instanceof Stub stub && stubs.put(stub.name(), record) != null) {
          throw new IllegalArgumentException("two stubs of the name " + stub.name());
        }
        record++;
      }
      stubsByVariant.add(stubs);
      for (InstallRecord each : records) {
        for (Relocation patch : each.relocations()) {
          if (patch instanceof StreamRelocation stream) {
            entries.add(entry(stream.external(), variant));
          } else if (patch instanceof CodeRelocation code) {
            entries.add(entry(code.external(), variant));
          }
        }
      }
    }
    numbers = SymbolTables.number(entries);
  }

  /** Index of an external that a record of the variant names. */
  int index(External external, int variant) {
    return SymbolTables.index(numbers, entry(external, variant));
  }

  void write(Tables tables, SymbolTables symbols) {
    for (NumberedExternal entry : entries) {
      External external = entry.external();
      Bytes out = tables.of(Table.EXTERNALS).u8(external.offset()).u4(external.kind().number());
      if (external instanceof CallSiteAppendix site) {
        out.u4(0).u4(0).u4(symbols.method(site.method()));
      } else {
        out.ref(tables.string(external.name())).u4(entry.stubRecord());
      }
    }
  }

  private NumberedExternal entry(External external, int variant) {
    int record =
        external instanceof StubEntry stub
            ? SymbolTables.index(stubsByVariant.get(variant), stub.name())
            : ImageLayout.NONE;
    return new NumberedExternal(external, record);
  }
}
