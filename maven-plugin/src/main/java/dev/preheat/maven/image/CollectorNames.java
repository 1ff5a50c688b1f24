// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The collectors that the user names. */
public final class CollectorNames {
  private CollectorNames() {}

  /**
   * What code has to be compiled for.
   *
   * @param names as in the JVM's options: {@code G1} for {@code -XX:+UseG1GC}
   * @throws UserError if there are none, or one that code cannot be compiled for
   */
  public static SortedSet<CollectorGroup> groups(List<String> names) throws UserError {
    SortedSet<CollectorGroup> needed = new TreeSet<>();
    for (String name : names) {
      needed.add(
          CollectorGroup.of(name)
              .orElseThrow(() -> new UserError(Suggestions.unknownCollector(name))));
    }
    if (needed.isEmpty()) {
      throw new UserError(Suggestions.unknownCollector(""));
    }
    return needed;
  }
}
