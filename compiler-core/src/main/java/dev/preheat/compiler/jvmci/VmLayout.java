// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmField;
import java.util.EnumMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** Finds the numbers of {@link VmField} in the running JVM. */
public final class VmLayout {

  /** The injected field lies within the first words of a loader, whose size this bounds. */
  private static final int LARGEST_LOADER = 512;

  private static final String BOOTSTRAP_ENTRIES = "ConstantPool::_bsm_entries";

  private final VmTables tables;
  private final JvmciInternals internals;
  private final LoadedSymbols world;

  /** Of the running JVM. */
  public VmLayout(VmTables tables, JvmciInternals internals, LoadedSymbols world) {
    this.tables = tables;
    this.internals = internals;
    this.world = world;
  }

  /** The number for every field. */
  public SortedMap<VmField, Integer> read() {
    EnumMap<VmField, IntSupplier> special = new EnumMap<>(VmField.class);
    special.put(VmField.LOADER_DATA, this::loaderData);
    special.put(VmField.STATE_LINKED, () -> constant("InstanceKlass::linked"));
    special.put(
        VmField.STATE_FULLY_INITIALIZED, () -> constant("InstanceKlass::fully_initialized"));
    special.put(
        VmField.MIRROR_KLASS, () -> world.config().number("java_lang_Class::_klass_offset"));
    special.put(VmField.LIBJVM_FIRST_VIRTUAL, this::firstVirtual);
    special.put(VmField.LIBJVM_BUILD_ID, tables::buildIdOffset);
    special.put(VmField.CONST_METHOD_BYTECODE, () -> size("ConstMethod"));
    special.put(VmField.OBJECT_ARRAY_BASE, RawMemory::objectArrayBase);
    special.put(VmField.REFERENCE_BYTES, RawMemory::referenceBytes);
    special.put(VmField.INDY_ENTRY_RESOLVED_REFERENCES_INDEX, this::resolvedReferencesIndex);
    special.put(VmField.INDY_ENTRY_BYTES, () -> size("ResolvedIndyEntry"));
    special.put(VmField.METHOD_ENTRY_RESOLVED_REFERENCES_INDEX, this::appendixIndex);
    special.put(VmField.METHOD_ENTRY_BYTES, () -> size("ResolvedMethodEntry"));
    special.put(VmField.FIELD_ENTRY_BYTES, () -> size("ResolvedFieldEntry"));
    special.put(VmField.ARRAY_OF_INTS_DATA, this::arrayOfInts);
    special.put(VmField.CONSTANT_POOL_BOOTSTRAP_METHODS, this::bootstrapMethods);
    special.put(VmField.CONSTANT_POOL_BOOTSTRAP_OFFSETS, this::bootstrapOffsets);
    special.put(VmField.CONSTANT_POOL_BYTES, () -> size("ConstantPool"));
    special.put(VmField.FILE_MAP_REGION_BYTES, () -> size("CDSFileMapRegion"));
    special.put(
        VmField.LIBJVM_SHARED_BASE, () -> staticField("MetaspaceObj::_shared_metaspace_base"));
    special.put(
        VmField.LIBJVM_SHARED_TOP, () -> staticField("MetaspaceObj::_shared_metaspace_top"));
    special.put(VmField.LIBJVM_ARCHIVE, () -> staticField("FileMapInfo::_current_info"));
    special.put(VmField.LIBJVM_CODE_CACHE_LOW, () -> staticField("CodeCache::_low_bound"));
    special.put(VmField.LIBJVM_CODE_CACHE_HIGH, () -> staticField("CodeCache::_high_bound"));
    special.put(VmField.LIBJVM_CODE_HEAPS, () -> staticField("CodeCache::_heaps"));
    SortedMap<VmField, Integer> layout = new TreeMap<>();
    for (VmField field : VmField.values()) {
      IntSupplier supplier = special.get(field);
      layout.put(field, supplier != null ? supplier.getAsInt() : tables.offset(field.vmName()));
    }
    return layout;
  }

  private int size(String type) {
    return tables.structs().size(type);
  }

  /** From libjvm's base. */
  private int staticField(String name) {
    return Math.toIntExact(tables.address(name) - tables.base());
  }

  private int constant(String name) {
    return Math.toIntExact(world.config().constant(name));
  }

  /**
   * {@code ResolvedIndyEntry} is {Method*, u2 _resolved_references_index, u2 _cpool_index, u2
   * _number_of_parameters, u1 _return_type, u1 _flags}
   * (src/hotspot/share/oops/resolvedIndyEntry.hpp); the tables know {@code _cpool_index} only.
   */
  private int resolvedReferencesIndex() {
    return tables.offset("ResolvedIndyEntry::_cpool_index") - Short.BYTES;
  }

  /**
   * {@code ResolvedMethodEntry} is {Method*, union of InstanceKlass*, u2 _resolved_references_index
   * and u2 _table_index, u2 _cpool_index, ...} (src/hotspot/share/oops/resolvedMethodEntry.hpp);
   * the tables know {@code _cpool_index} only.
   */
  private int appendixIndex() {
    return tables.offset("ResolvedMethodEntry::_cpool_index") - Long.BYTES;
  }

  /**
   * Where bootstrap methods lie. Up to JDK 25.0.4 one array, {@code ConstantPool::_operands}, has
   * them and, in front, where each starts; JDK 26 and 25.0.5 have two in a structure of their own
   * (src/hotspot/share/oops/bsmAttribute.hpp).
   */
  private int bootstrapMethods() {
    return hasBootstrapEntries()
        ? bootstrapEntries("_bootstrap_methods")
        : tables.offset("ConstantPool::_operands");
  }

  private int bootstrapOffsets() {
    return hasBootstrapEntries()
        ? bootstrapEntries("_offsets")
        : tables.offset("ConstantPool::_operands");
  }

  private boolean hasBootstrapEntries() {
    return tables.structs().describes(BOOTSTRAP_ENTRIES);
  }

  private int bootstrapEntries(String name) {
    return tables.offset(BOOTSTRAP_ENTRIES) + tables.offset("BSMAttributeEntries::" + name);
  }

  /**
   * Where nothing is in such an array, the VM does not describe it; all of four bytes are alike.
   */
  private int arrayOfInts() {
    String name = VmField.ARRAY_OF_INTS_DATA.vmName();
    return tables.offset(tables.structs().describes(name) ? name : "Array<int>::_data");
  }

  private int firstVirtual() {
    long vtable = RawMemory.u8(internals.klass(world.type(Object.class)));
    return Math.toIntExact(RawMemory.u8(vtable) - tables.base());
  }

  /**
   * The field is injected ({@code java_lang_ClassLoader::_loader_data_offset}) and in no table: its
   * value is known, look for it.
   */
  private int loaderData() {
    long klass = internals.klass(world.type(VmLayout.class));
    return loaderData(
        VmLayout.class.getClassLoader(),
        RawMemory.u8(klass + tables.offset("Klass::_class_loader_data")));
  }

  static int loaderData(Object loader, long data) {
    for (int offset = Long.BYTES; offset < LARGEST_LOADER; offset += Long.BYTES) {
      if (RawMemory.u8(loader, offset) == data) {
        return offset;
      }
    }
    throw new UnknownVmException("has class loaders that do not point to their ClassLoaderData");
  }
}
