// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Numbers the instrumented methods. A class that is instrumented again, as when another agent
 * retransforms it, gets the same numbers.
 */
final class MethodRegistry {
  private final IntConsumer planter;
  private final Map<TracedMethod, Integer> numbers = new HashMap<>();
  private final List<TracedMethod> methods = new ArrayList<>();

  /**
   * Without methods.
   *
   * @param planter makes calls of a method possible, given its number
   */
  MethodRegistry(IntConsumer planter) {
    this.planter = planter;
  }

  /**
   * The number of a method, which can be called from then on.
   *
   * @throws IllegalStateException if there are too many
   */
  synchronized int index(TracedMethod method) {
    Integer known = numbers.get(method);
    if (known != null) {
      return known;
    }
    int number = methods.size();
    if (number == CallTrees.MAXIMUM_METHODS) {
      throw new IllegalStateException("more than " + number + " methods are instrumented");
    }
    planter.accept(number);
    numbers.put(method, number);
    methods.add(method);
    return number;
  }

  /** All methods so far, by number. */
  synchronized List<TracedMethod> methods() {
    return new ArrayList<>(methods);
  }
}
