// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.List;

/**
 * A method that others call.
 *
 * @param receiver what it is called on, null for a static method
 * @param cost how many steps a call takes, about
 */
record Signature(String name, Type receiver, List<Type> parameters, Type result, long cost) {
  Signature {
    parameters = List.copyOf(parameters);
  }

  Signature withCost(long other) {
    return new Signature(name, receiver, parameters, result, other);
  }
}
