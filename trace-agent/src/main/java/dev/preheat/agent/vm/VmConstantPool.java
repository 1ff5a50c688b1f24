// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.format.trace.SymbolicReference;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.VmShapes;
import dev.preheat.hotspot.VmStructs;
import java.util.HashSet;
import java.util.Set;

/**
 * The run-time constant pool of a class (constantPool.hpp, cpCache.hpp, resolvedFieldEntry.hpp,
 * resolvedMethodEntry.hpp).
 */
final class VmConstantPool {
  /** {@code JVM_CONSTANT_Class}: resolved; before, it is {@code JVM_CONSTANT_UnresolvedClass}. */
  private static final int TAG_CLASS = 7;

  private static final int SLOT_SIZE = Long.BYTES;

  private final VmMemory memory;
  private final VmNames names;
  private final long headerSize;
  private final long tagsOffset;
  private final long lengthOffset;
  private final long cacheOffset;
  private final long tagsData;
  private final long arrayLength;
  private final ResolvedEntries fields;
  private final ResolvedEntries methods;

  /** Where the entries of a kind lie, and what they look like. */
  private record ResolvedEntries(
      boolean areFields, long arrayOffset, long dataOffset, long size, long index, long codes) {}

  VmConstantPool(VmStructs structs, VmNames names) {
    memory = structs.memory();
    this.names = names;
    headerSize = structs.size("ConstantPool");
    tagsOffset = structs.offset(VmField.CONSTANT_POOL_TAGS);
    lengthOffset = structs.offset(VmField.CONSTANT_POOL_LENGTH);
    cacheOffset = structs.offset(VmField.CONSTANT_POOL_CACHE);
    tagsData = structs.offset(VmField.ARRAY_OF_BYTES_DATA);
    arrayLength = structs.offset("Array<int>::_length");
    VmShapes shapes = new VmShapes(structs);
    fields = entries(structs, true, shapes.bytecodesOfField());
    methods = entries(structs, false, shapes.bytecodesOfMethod());
  }

  private static ResolvedEntries entries(VmStructs structs, boolean areFields, long codes) {
    String type = areFields ? "ResolvedFieldEntry" : "ResolvedMethodEntry";
    String array = areFields ? "_resolved_field_entries" : "_resolved_method_entries";
    return new ResolvedEntries(
        areFields,
        structs.offset("ConstantPoolCache::" + array),
        structs.offset("Array<" + type + ">::_data"),
        structs.size(type),
        structs.offset(type + "::_cpool_index"),
        codes);
  }

  /** The classes, fields and methods that the entries resolved so far name. */
  Set<SymbolicReference> resolved(long pool) {
    Set<SymbolicReference> resolved = new HashSet<>();
    long tags = memory.s8(pool + tagsOffset) + tagsData;
    int length = memory.s4(pool + lengthOffset);
    for (int i = 1; i < length; i++) {
      if (memory.u1(tags + i) == TAG_CLASS) {
        resolved.add(new SymbolicReference.ClassReference(className(pool, i)));
      }
    }
    long cache = memory.s8(pool + cacheOffset);
    if (cache != 0) {
      addMembers(pool, memory.s8(cache + fields.arrayOffset), fields, resolved);
      addMembers(pool, memory.s8(cache + methods.arrayOffset), methods, resolved);
    }
    return resolved;
  }

  /** The text of a {@code CONSTANT_Utf8}. */
  String utf8(long pool, int index) {
    return names.text(memory.s8(slot(pool, index)));
  }

  private void addMembers(
      long pool, long array, ResolvedEntries kind, Set<SymbolicReference> resolved) {
    int length = array == 0 ? 0 : memory.s4(array + arrayLength);
    for (int i = 0; i < length; i++) {
      long entry = array + kind.dataOffset + i * kind.size;
      if (memory.u2(entry + kind.codes) == 0) {
        continue;
      }
      // CONSTANT_Fieldref, _Methodref: class index, then index of the CONSTANT_NameAndType.
      int reference = memory.s4(slot(pool, memory.u2(entry + kind.index)));
      String holder = className(pool, reference & 0xffff);
      // CONSTANT_NameAndType: name index, then descriptor index.
      int nameAndType = memory.s4(slot(pool, reference >>> 16));
      String name = utf8(pool, nameAndType & 0xffff);
      String descriptor = utf8(pool, nameAndType >>> 16);
      resolved.add(
          kind.areFields
              ? new SymbolicReference.FieldReference(holder, name, descriptor)
              : new SymbolicReference.MethodReference(holder, name, descriptor));
    }
  }

  /** CPKlassSlot: index among the resolved classes, then index of the name. */
  private String className(long pool, int index) {
    return utf8(pool, memory.s4(slot(pool, index)) >>> 16);
  }

  private long slot(long pool, int index) {
    return pool + headerSize + (long) index * SLOT_SIZE;
  }
}
