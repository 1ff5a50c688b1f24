package dev.preheat.agent.vm;

import java.util.HashMap;
import java.util.Map;

/**
 * The VM's description of its own structures: the tables {@code gHotSpotVMStructs} and {@code
 * gHotSpotVMTypes} (vmStructs.cpp).
 */
final class VmStructs {
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, Long> addresses = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final VmMemory memory;

  VmStructs(VmMemory memory, VmExports exports) throws VmException {
    this.memory = memory;
    readStructs(exports);
    readTypes(exports);
  }

  VmMemory memory() {
    return memory;
  }

  /** Where a field lies in its structure, in bytes. */
  long offset(String field) throws VmException {
    return known(offsets, field);
  }

  /** Where a static field lies. */
  long address(String field) throws VmException {
    return known(addresses, field);
  }

  /** How many bytes a structure has. */
  long size(String type) throws VmException {
    return known(sizes, type);
  }

  private static long known(Map<String, Long> values, String name) throws VmException {
    Long value = values.get(name);
    if (value == null) {
      throw new VmException("the VM does not tell of " + name);
    }
    return value;
  }

  private void readStructs(VmExports exports) throws VmException {
    long typeName = exports.word("gHotSpotVMStructEntryTypeNameOffset");
    long fieldName = exports.word("gHotSpotVMStructEntryFieldNameOffset");
    long isStatic = exports.word("gHotSpotVMStructEntryIsStaticOffset");
    long offset = exports.word("gHotSpotVMStructEntryOffsetOffset");
    long address = exports.word("gHotSpotVMStructEntryAddressOffset");
    long stride = exports.word("gHotSpotVMStructEntryArrayStride");
    long entry = exports.word("gHotSpotVMStructs");
    while (memory.word(entry + typeName) != 0) {
      String type = memory.cString(memory.word(entry + typeName));
      String name = type + "::" + memory.cString(memory.word(entry + fieldName));
      if (memory.s4(entry + isStatic) == 0) {
        offsets.put(name, memory.word(entry + offset));
      } else {
        addresses.put(name, memory.word(entry + address));
      }
      entry += stride;
    }
  }

  private void readTypes(VmExports exports) throws VmException {
    long typeName = exports.word("gHotSpotVMTypeEntryTypeNameOffset");
    long size = exports.word("gHotSpotVMTypeEntrySizeOffset");
    long stride = exports.word("gHotSpotVMTypeEntryArrayStride");
    long entry = exports.word("gHotSpotVMTypes");
    while (memory.word(entry + typeName) != 0) {
      sizes.put(memory.cString(memory.word(entry + typeName)), memory.word(entry + size));
      entry += stride;
    }
  }
}
