package dev.preheat.conformance.suites;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Outcomes of two runs without an image and one with it.
 *
 * @param tests that ended the same without the image
 * @param unstable the others, with both outcomes: nothing can be said about them
 * @param different tests that ended otherwise with the image, with both outcomes
 */
record Comparison(
    int tests, SortedMap<String, String> unstable, SortedMap<String, String> different) {
  private static final String NOT_RUN = "not run";

  Comparison {
    unstable = Collections.unmodifiableSortedMap(unstable);
    different = Collections.unmodifiableSortedMap(different);
  }

  static Comparison of(Outcomes first, Outcomes second, Outcomes withImage) {
    SortedMap<String, String> unstable = differences(first, second);
    SortedMap<String, String> different = differences(first, withImage);
    different.keySet().removeAll(unstable.keySet());
    SortedSet<String> compared = new TreeSet<>(first.byId().keySet());
    compared.addAll(withImage.byId().keySet());
    compared.removeAll(unstable.keySet());
    return new Comparison(compared.size(), unstable, different);
  }

  int same() {
    return tests - different.size();
  }

  private static SortedMap<String, String> differences(Outcomes left, Outcomes right) {
    SortedSet<String> ids = new TreeSet<>(left.byId().keySet());
    ids.addAll(right.byId().keySet());
    SortedMap<String, String> differences = new TreeMap<>();
    for (String id : ids) {
      String one = left.byId().getOrDefault(id, NOT_RUN);
      String other = right.byId().getOrDefault(id, NOT_RUN);
      if (!Objects.equals(one, other)) {
        differences.put(id, one + "  |  " + other);
      }
    }
    return differences;
  }
}
