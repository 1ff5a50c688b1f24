// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package jdk.vm.ci.hotspot;

import jdk.vm.ci.code.InstalledCode;

/**
 * What {@link PreheatInstaller} needs of the JDK's class of this name. It stands in for that class
 * when the installer is compiled, because there {@code registerNatives} is private; it is never
 * loaded.
 */
final class CompilerToVM {

  private CompilerToVM() {}

  static native void registerNatives();

  native Object[] readConfiguration();

  native Object getFlagValue(String name);

  native HotSpotConstantPool getConstantPool(Object object, long klassOrMethod, boolean isKlass);

  native int installCode0(
      long compiledCodeBuffer,
      long serializationNanos,
      boolean withTypeInfo,
      HotSpotCompiledCode compiledCode,
      Object[] objectPool,
      InstalledCode code,
      long failedSpeculationsAddress,
      byte[] speculations);
}
