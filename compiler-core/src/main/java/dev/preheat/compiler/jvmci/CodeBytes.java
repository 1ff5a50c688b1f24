// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import java.lang.reflect.Field;
import java.util.Arrays;
import jdk.vm.ci.hotspot.HotSpotCompiledCode;

/** The raw parts of {@link HotSpotCompiledCode}, whose fields are not public. */
record CodeBytes(byte[] code, byte[] data, int dataAlignment, int frameSize) {

  static CodeBytes of(HotSpotCompiledCode compiled) {
    int size = (Integer) get(compiled, "targetCodeSize");
    return new CodeBytes(
        Arrays.copyOf((byte[]) get(compiled, "targetCode"), size),
        ((byte[]) get(compiled, "dataSection")).clone(),
        (Integer) get(compiled, "dataSectionAlignment"),
        (Integer) get(compiled, "totalFrameSize"));
  }

  private static Object get(HotSpotCompiledCode compiled, String name) {
    try {
      Field field = HotSpotCompiledCode.class.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(compiled);
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }
}
