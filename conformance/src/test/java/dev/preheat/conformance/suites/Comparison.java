// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Outcomes of runs without an image and of one with it.
 *
 * @param tests that always ended the same without the image
 * @param unstable the others, with the outcomes that were seen: nothing can be said about them
 * @param different tests that ended otherwise with the image, with both outcomes
 */
record Comparison(
    int tests, SortedMap<String, String> unstable, SortedMap<String, String> different) {
  private static final String NOT_RUN = "not run";

  Comparison {
    unstable = Collections.unmodifiableSortedMap(unstable);
    different = Collections.unmodifiableSortedMap(different);
  }

  /**
   * Compares them.
   *
   * @param plain at least two runs without the image
   */
  static Comparison of(List<Outcomes> plain, Outcomes withImage) {
    int tests = 0;
    SortedMap<String, String> unstable = new TreeMap<>();
    SortedMap<String, String> different = new TreeMap<>();
    SortedSet<String> ids = new TreeSet<>(withImage.byId().keySet());
    plain.forEach(run -> ids.addAll(run.byId().keySet()));
    for (String id : ids) {
      SortedSet<String> expected = new TreeSet<>();
      plain.forEach(run -> expected.add(outcome(run, id)));
      String found = outcome(withImage, id);
      if (expected.size() > 1) {
        unstable.put(id, String.join("\n    ", expected));
      } else {
        tests++;
        if (!expected.contains(found)) {
          different.put(id, expected.first() + "\n    " + found);
        }
      }
    }
    return new Comparison(tests, unstable, different);
  }

  int same() {
    return tests - different.size();
  }

  private static String outcome(Outcomes run, String id) {
    return run.byId().getOrDefault(id, NOT_RUN);
  }
}
