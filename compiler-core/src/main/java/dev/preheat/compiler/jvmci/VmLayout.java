// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmShapes;
import java.util.EnumMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** Finds the numbers of {@link VmField} in the running JVM. */
public final class VmLayout {

  /** The injected field lies within the first words of a loader, whose size this bounds. */
  private static final int LARGEST_LOADER = 512;

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
    VmShapes shapes = new VmShapes(tables.structs());
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
    special.put(
        VmField.INDY_ENTRY_RESOLVED_REFERENCES_INDEX, shapes::resolvedReferencesIndexOfCallSite);
    special.put(VmField.INDY_ENTRY_BYTES, () -> size("ResolvedIndyEntry"));
    special.put(
        VmField.METHOD_ENTRY_RESOLVED_REFERENCES_INDEX, shapes::resolvedReferencesIndexOfMethod);
    special.put(VmField.METHOD_ENTRY_BYTES, () -> size("ResolvedMethodEntry"));
    special.put(VmField.FIELD_ENTRY_BYTES, () -> size("ResolvedFieldEntry"));
    special.put(VmField.ARRAY_OF_INTS_DATA, shapes::arrayOfInts);
    special.put(VmField.CONSTANT_POOL_BOOTSTRAP_METHODS, shapes::bootstrapMethods);
    special.put(VmField.CONSTANT_POOL_BOOTSTRAP_OFFSETS, shapes::bootstrapOffsets);
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
