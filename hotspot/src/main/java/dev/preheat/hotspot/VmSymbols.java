// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

/** The variables that libjvm exports, by which the VM describes itself. */
public interface VmSymbols {

  /**
   * The 8-byte word that a variable holds.
   *
   * @throws UnknownVmException if libjvm exports no such variable
   */
  long word(String variable);
}
