// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** From when on a fact can be compared. */
public enum FactPhase implements Numbered {
  /** Since the JVM has started. */
  START(KindNumber.PHASE_START),
  /**
   * Since JVMCI has read the VM's configuration: the native {@code CompilerToVM.readConfiguration}
   * fills {@code CompilerToVM::Data} (src/hotspot/share/jvmci/jvmciCompilerToVMInit.cpp).
   */
  CONFIGURED(KindNumber.PHASE_CONFIGURED);

  private final int number;

  FactPhase(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
