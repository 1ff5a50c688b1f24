// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Knows whether a program fails. */
public interface Oracle {
  /**
   * Looks at several programs, which all compile, at once.
   *
   * @return the indices of those that fail
   */
  Set<Integer> failing(List<String> programs) throws IOException, InterruptedException;
}
