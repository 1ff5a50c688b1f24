// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import java.util.Map;
import java.util.TreeMap;

/** Strings, maps, lambdas. */
final class Words {
  private Words() {}

  static String count(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String word : text.split(" ")) {
      counts.merge(word, 1, Integer::sum);
    }
    StringBuilder line = new StringBuilder();
    counts.forEach((word, count) -> line.append(word).append('=').append(count).append(' '));
    return line.toString().trim();
  }
}
