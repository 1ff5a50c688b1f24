// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

/**
 * A class that is redefined again and again: in its other version every constant {@link #OLD} is
 * {@link #NEW}. The constants are not used where they are declared, so that the version is where
 * the code is.
 */
public class Changing {
  /** In all methods of the first version. */
  public static final int OLD = 1_111;

  /** In all methods of the second version. */
  public static final int NEW = 2_222;

  private final int field;

  /** Holds a number. */
  public Changing(int field) {
    this.field = field;
  }

  static int root(int value) {
    return value + 1_111;
  }

  static int inlined(int value) {
    return value * 1_111;
  }

  int instance(int value) {
    return field + value - 1_111;
  }

  /** In a loop, so that a version may be left in the middle of it. */
  static long loop(int turns) {
    long sum = 0;
    for (int i = 0; i < turns; i++) {
      sum += root(i) - 1_111;
    }
    return sum;
  }
}
