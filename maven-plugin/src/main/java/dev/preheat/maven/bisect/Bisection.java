// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.bisect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds methods that make something fail, by trying it again and again with ever fewer of them. */
public final class Bisection {

  private final List<String> methods;
  private final Trial trial;

  /** Of methods in the order in which they are installed. */
  Bisection(List<String> methods, Trial trial) {
    this.methods = List.copyOf(methods);
    this.trial = trial;
  }

  /** Finds all of them. */
  Conclusion conclude() throws IOException, InterruptedException {
    if (trial.fails(List.of())) {
      return Conclusion.none(Conclusion.Kind.OTHER_REASON);
    }
    if (!trial.fails(methods)) {
      return Conclusion.none(Conclusion.Kind.NO_FAILURE);
    }
    List<String> candidates = new ArrayList<>(methods);
    List<List<String>> groups = new ArrayList<>();
    do {
      List<String> found = culprits(candidates);
      if (found.isEmpty()) {
        return Conclusion.none(Conclusion.Kind.UNSTEADY);
      }
      groups.add(found);
      candidates.removeAll(found);
    } while (trial.fails(candidates));
    return Conclusion.found(groups);
  }

  /** Methods that fail together, and of which none can be missed; empty when it fails no more. */
  private List<String> culprits(List<String> all) throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    List<String> candidates = all;
    while (!candidates.isEmpty()) {
      int bad = shortestFailing(found, candidates);
      found.add(candidates.get(bad - 1));
      if (trial.fails(found)) {
        return found;
      }
      candidates = candidates.subList(0, bad - 1);
    }
    return List.of();
  }

  /** How many of the candidates have to follow those already found for it to fail. */
  private int shortestFailing(List<String> found, List<String> candidates)
      throws IOException, InterruptedException {
    int good = 0;
    int bad = candidates.size();
    while (bad - good > 1) {
      int middle = (good + bad) >>> 1;
      List<String> some = new ArrayList<>(found);
      some.addAll(candidates.subList(0, middle));
      if (trial.fails(some)) {
        bad = middle;
      } else {
        good = middle;
      }
    }
    return bad;
  }
}
