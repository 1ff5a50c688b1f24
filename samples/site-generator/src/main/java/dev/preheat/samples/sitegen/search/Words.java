// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into the words that the search knows. */
final class Words {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;
  private static final Set<String> STOP_WORDS =
      Set.of(
          """
          about above after again all also an and any are as at be because been before being below
          between both but by can could did do does down during each few for from further had has
          have he her here how if in into is it its itself just may me might more most must my no
          nor not now of off on once one only or other our out over own per same she should since
          so some such than that the their them then there these they this those through to too
          under until up us very was we were what when where whether which while who whose why will
          with without would you your"""
              .split("\\s+"));

  private Words() {}

  /**
   * Returns the stems of the words of a text in their order, those left out that carry no sense.
   */
  static List<String> stemsOf(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> stems = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inWord = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        add(lower.substring(start, i), stems);
        start = -1;
      }
    }
    return stems;
  }

  private static void add(String word, List<String> stems) {
    boolean sensible =
        word.length() >= SHORTEST
            && word.length() <= LONGEST
            && !Character.isDigit(word.charAt(0))
            && !STOP_WORDS.contains(word);
    if (sensible) {
      stems.add(Stemmer.stem(word));
    }
  }
}
