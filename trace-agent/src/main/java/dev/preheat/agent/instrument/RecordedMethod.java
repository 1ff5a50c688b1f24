// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.format.trace.ArgumentTypes;
import java.util.Map;

/**
 * What an instrumented method recorded.
 *
 * @param calls how often it was called with which classes; at least one
 */
public record RecordedMethod(TracedMethod method, Map<ArgumentTypes, Long> calls) {
  /** How often it was called. */
  public long count() {
    long sum = 0;
    for (long count : calls.values()) {
      sum += count;
    }
    return sum;
  }
}
