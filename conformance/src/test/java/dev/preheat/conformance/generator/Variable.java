// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

/**
 * Something that has a value.
 *
 * @param isFinal whether it is never assigned: lambda expressions may use it
 * @param isLocal whether it lives in a method
 */
record Variable(String name, Type type, boolean isFinal, boolean isLocal) {
  static Variable constant(String name, Type type) {
    return new Variable(name, type, true, true);
  }

  static Variable local(String name, Type type) {
    return new Variable(name, type, false, true);
  }

  static Variable field(String name, Type type) {
    return new Variable(name, type, false, false);
  }
}
