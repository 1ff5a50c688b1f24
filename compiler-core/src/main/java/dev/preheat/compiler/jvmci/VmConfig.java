// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import java.util.SortedMap;
import java.util.TreeMap;
import jdk.vm.ci.hotspot.HotSpotVMConfigStore;
import jdk.vm.ci.hotspot.VMField;
import jdk.vm.ci.hotspot.VMFlag;

/**
 * What the VM tells JVMCI of itself (src/hotspot/share/jvmci/vmStructs_jvmci.cpp), which is what
 * Graal knows of it. Whatever it does not tell is an {@link UnknownVmException}.
 */
public final class VmConfig {

  private final HotSpotVMConfigStore store;

  /** Of the running JVM. */
  public VmConfig(HotSpotVMConfigStore store) {
    this.store = store;
  }

  /** A field, static or not. */
  public VMField field(String name) {
    VMField field = store.getFields().get(name);
    if (field == null) {
      throw new UnknownVmException("has no JVMCI field " + name);
    }
    return field;
  }

  /** Value of a static field that is a number. */
  int number(String name) {
    if (field(name).value instanceof Number value) {
      return value.intValue();
    }
    throw new UnknownVmException("does not say the value of " + name);
  }

  /** Value of a constant. */
  public long constant(String name) {
    Long value = store.getConstants().get(name);
    if (value == null) {
      throw new UnknownVmException("has no JVMCI constant " + name);
    }
    return value;
  }

  /** All constants, by name. */
  SortedMap<String, Long> constants() {
    return new TreeMap<>(store.getConstants());
  }

  /** All fields, by name. */
  public SortedMap<String, VMField> fields() {
    return new TreeMap<>(store.getFields());
  }

  /** All flags that are told, by name; the VM has more. */
  public SortedMap<String, VMFlag> flags() {
    return new TreeMap<>(store.getFlags());
  }

  /** Addresses of routines, by name. */
  SortedMap<String, Long> addresses() {
    return new TreeMap<>(store.getAddresses());
  }

  /** Whether a C++ type is that of an address. */
  public static boolean isAddress(String type) {
    return type.equals("address") || type.endsWith("*");
  }
}
