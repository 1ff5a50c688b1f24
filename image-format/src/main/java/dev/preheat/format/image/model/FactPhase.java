package dev.preheat.format.image.model;

/** From when on a fact can be compared. */
public enum FactPhase {
  /** Since the JVM has started. */
  START,
  /**
   * Since JVMCI has read the VM's configuration: the native {@code CompilerToVM.readConfiguration}
   * fills {@code CompilerToVM::Data} (src/hotspot/share/jvmci/jvmciCompilerToVMInit.cpp).
   */
  CONFIGURED
}
