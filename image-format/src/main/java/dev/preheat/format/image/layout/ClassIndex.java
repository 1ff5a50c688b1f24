// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.hotspot.content.NameHash;
import java.util.List;

/** The hash table over the names of classes, see {@link Table#CLASS_INDEX}. */
public final class ClassIndex {

  private ClassIndex() {}

  /**
   * Fills the table.
   *
   * @param classes by index
   */
  public static int[] of(List<ClassSymbol> classes) {
    int slots = Math.multiplyExact(Integer.highestOneBit(Math.max(1, classes.size())), 4);
    int[] index = new int[slots];
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).kind() == ClassKind.INSTANCE) {
        int slot = (int) NameHash.of(classes.get(i).name()) & (slots - 1);
        while (index[slot] != 0) {
          slot = (slot + 1) & (slots - 1);
        }
        index[slot] = i + 1;
      }
    }
    return index;
  }
}
