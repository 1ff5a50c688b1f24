// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

/** What compiler and loader make of how often a method ran in training. */
public final class InstallPolicy {

  /**
   * Methods that ran fewer times are cold: interpreting them costs less than installing them, so
   * that they are compiled without inlining and installed when the program has run for a while.
   */
  public static final int HOT_WEIGHT = 32;

  private InstallPolicy() {}
}
