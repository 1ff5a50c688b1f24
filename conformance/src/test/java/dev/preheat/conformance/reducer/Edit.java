// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text that gives way to another.
 *
 * @param start where it starts
 * @param end behind its last character
 */
record Edit(int start, int end, String replacement) {

  /** Makes several: what lies inside another one is left out. */
  static String apply(String text, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::start).thenComparing(each -> -each.end()));
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted) {
      if (edit.start() >= at) {
        result.append(text, at, edit.start()).append(edit.replacement());
        at = edit.end();
      }
    }
    return result.append(text, at, text.length()).toString();
  }
}
