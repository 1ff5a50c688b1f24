// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

/** What can be done to make a program smaller, the most first. */
enum Cut {
  /** A member of a class goes. */
  MEMBER,
  /** A method does nothing but return. */
  BODY,
  /** A statement goes. */
  STATEMENT,
  /** A statement becomes the one inside it, the first if there are several. */
  FIRST_INNER,
  /** A statement becomes the last one inside it. */
  LAST_INNER,
  /** An expression becomes its first operand. */
  FIRST_OPERAND,
  /** An expression becomes its last operand. */
  LAST_OPERAND,
  /** An expression becomes 0. */
  ZERO,
  /** An expression becomes {@code false}. */
  FALSE,
  /** An expression becomes {@code null}. */
  NULL;

  /** Whether it makes every text shorter. The others leave literals, which nothing is cut from. */
  boolean shortens() {
    return this != ZERO && this != FALSE && this != NULL;
  }
}
