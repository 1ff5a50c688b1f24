// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import dev.preheat.format.image.layout.ImageSections;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.model.SymbolText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names for the symbols of an image's functions: {@code java.lang.String.hashCode()I}, with the
 * variant in brackets when there are several, and a number where that is still not unique.
 */
final class FunctionNames {

  private FunctionNames() {}

  /** One name for each record, in order, no two the same. */
  static List<String> of(ImageModel model) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    taken.add(ImageSections.REGION_SYMBOL);
    boolean several = model.variants().size() > 1;
    for (Variant variant : model.variants()) {
      for (InstallRecord record : variant.records()) {
        String name = SymbolText.printable(record.subject().name());
        String full = several ? name + " [" + SymbolText.printable(variant.name()) + "]" : name;
        names.add(unique(full, taken));
      }
    }
    return names;
  }

  private static String unique(String name, Set<String> taken) {
    String candidate = name;
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = name + " #" + number;
    }
    return candidate;
  }
}
