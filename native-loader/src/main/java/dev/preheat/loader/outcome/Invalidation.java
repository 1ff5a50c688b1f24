// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.outcome;

/** Why a method that was installed is no longer what runs when it is called. */
public enum Invalidation {
  /** An agent has given its class other instructions. */
  CLASS_REDEFINED("class redefined"),
  /** The program has let go of the loader of its class. */
  CLASS_UNLOADED("class unloaded with its loader"),
  /** The JIT has compiled it, too. */
  COMPILED_AGAIN("compiled again by the JIT"),
  /** A class was loaded that breaks an assumption, or the code met what it is not made for. */
  DEOPTIMIZED("assumption broken or deoptimised");

  private final String text;

  Invalidation(String text) {
    this.text = text;
  }

  /** The words of the report. */
  public String text() {
    return text;
  }
}
