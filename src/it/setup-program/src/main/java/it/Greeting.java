// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

/** So small that callers have it inlined. */
final class Greeting {
  private Greeting() {}

  static String text() {
    return "Greetings of the first version";
  }
}
