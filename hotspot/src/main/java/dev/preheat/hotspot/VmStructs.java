// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

import java.util.HashMap;
import java.util.Map;

/**
 * The tables in which libjvm describes its own structures to the serviceability agent, {@code
 * gHotSpotVMStructs} and {@code gHotSpotVMTypes} (src/hotspot/share/runtime/vmStructs.cpp).
 */
public final class VmStructs {

  private final VmMemory memory;
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, Long> addresses = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /**
   * Reads the tables of the running JVM.
   *
   * @throws UnknownVmException if it has none
   */
  public VmStructs(VmMemory memory, VmSymbols symbols) {
    this.memory = memory;
    readFields(symbols);
    readSizes(symbols);
  }

  /** The memory that the tables are about. */
  public VmMemory memory() {
    return memory;
  }

  /**
   * Where a field lies in its structure, in bytes.
   *
   * @param field as in {@code Klass::_name}
   * @throws UnknownVmException if the JVM does not describe an instance field of that name
   */
  public int offset(String field) {
    return Math.toIntExact(known(offsets, "field", field));
  }

  /**
   * Where a field lies in its structure, in bytes.
   *
   * @throws UnknownVmException if the JVM does not describe it
   */
  public int offset(VmField field) {
    return offset(field.vmName());
  }

  /**
   * Where a static field lies.
   *
   * @throws UnknownVmException if the JVM does not describe a static field of that name
   */
  public long address(String field) {
    return known(addresses, "field", field);
  }

  /**
   * Size of a type, in bytes.
   *
   * @throws UnknownVmException if the JVM does not describe it
   */
  public int size(String type) {
    return Math.toIntExact(known(sizes, "type", type));
  }

  /** Whether the JVM describes a field of that name. */
  public boolean describes(String field) {
    return offsets.containsKey(field) || addresses.containsKey(field);
  }

  private static long known(Map<String, Long> values, String kind, String name) {
    Long value = values.get(name);
    if (value == null) {
      throw new UnknownVmException("does not describe the " + kind + " " + name);
    }
    return value;
  }

  private void readFields(VmSymbols symbols) {
    long typeName = symbols.word("gHotSpotVMStructEntryTypeNameOffset");
    long fieldName = symbols.word("gHotSpotVMStructEntryFieldNameOffset");
    long isStatic = symbols.word("gHotSpotVMStructEntryIsStaticOffset");
    long offset = symbols.word("gHotSpotVMStructEntryOffsetOffset");
    long address = symbols.word("gHotSpotVMStructEntryAddressOffset");
    long stride = symbols.word("gHotSpotVMStructEntryArrayStride");
    long entry = symbols.word("gHotSpotVMStructs");
    while (memory.s8(entry + typeName) != 0) {
      String type = memory.string(memory.s8(entry + typeName));
      String name = type + "::" + memory.string(memory.s8(entry + fieldName));
      if (memory.s4(entry + isStatic) == 0) {
        offsets.put(name, memory.s8(entry + offset));
      } else {
        addresses.put(name, memory.s8(entry + address));
      }
      entry += stride;
    }
  }

  private void readSizes(VmSymbols symbols) {
    long typeName = symbols.word("gHotSpotVMTypeEntryTypeNameOffset");
    long size = symbols.word("gHotSpotVMTypeEntrySizeOffset");
    long stride = symbols.word("gHotSpotVMTypeEntryArrayStride");
    long entry = symbols.word("gHotSpotVMTypes");
    while (memory.s8(entry + typeName) != 0) {
      sizes.put(memory.string(memory.s8(entry + typeName)), memory.s8(entry + size));
      entry += stride;
    }
  }
}
