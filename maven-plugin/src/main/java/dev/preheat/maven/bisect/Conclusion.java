// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.bisect;

import java.util.List;

/**
 * What a {@link Bisection} has found.
 *
 * @param groups of methods: each fails together, and none of its methods can be missed; none unless
 *     it is {@link Kind#FOUND}
 */
public record Conclusion(Kind kind, List<List<String>> groups) {

  /** What it comes to. */
  public enum Kind {
    /** Methods make it fail. */
    FOUND,
    /** It fails with no method installed, too. */
    OTHER_REASON,
    /** It ends well with all methods installed. */
    NO_FAILURE,
    /** It fails now and then: one run said that a method does harm, another that it does none. */
    UNSTEADY
  }

  public Conclusion {
    groups = groups.stream().map(List::copyOf).toList();
  }

  static Conclusion found(List<List<String>> groups) {
    return new Conclusion(Kind.FOUND, groups);
  }

  static Conclusion none(Kind kind) {
    return new Conclusion(kind, List.of());
  }
}
