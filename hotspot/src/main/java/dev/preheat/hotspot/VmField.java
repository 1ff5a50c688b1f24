// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

/**
 * Numbers about the VM's own data structures that the loader needs. The compiler takes them from
 * the tables that the VM exports (src/hotspot/share/runtime/vmStructs.cpp) or, where the tables
 * lack them, from the running VM. They are constants of one JDK build.
 */
public enum VmField {
  /**
   * Offset of the injected field {@code java_lang_ClassLoader::_loader_data} in a {@code
   * ClassLoader} object.
   */
  LOADER_DATA(VmNumbers.LOADER_DATA, "java_lang_ClassLoader::_loader_data"),
  CLASS_LOADER_DATA_KLASSES(VmNumbers.CLASS_LOADER_DATA_KLASSES, "ClassLoaderData::_klasses"),
  KLASS_LAYOUT_HELPER(VmNumbers.KLASS_LAYOUT_HELPER, "Klass::_layout_helper"),
  KLASS_NAME(VmNumbers.KLASS_NAME, "Klass::_name"),
  KLASS_JAVA_MIRROR(VmNumbers.KLASS_JAVA_MIRROR, "Klass::_java_mirror"),
  KLASS_NEXT_LINK(VmNumbers.KLASS_NEXT_LINK, "Klass::_next_link"),
  KLASS_CLASS_LOADER_DATA(VmNumbers.KLASS_CLASS_LOADER_DATA, "Klass::_class_loader_data"),
  KLASS_VTABLE_LENGTH(VmNumbers.KLASS_VTABLE_LENGTH, "Klass::_vtable_len"),
  INSTANCE_KLASS_CONSTANTS(VmNumbers.INSTANCE_KLASS_CONSTANTS, "InstanceKlass::_constants"),
  INSTANCE_KLASS_METHODS(VmNumbers.INSTANCE_KLASS_METHODS, "InstanceKlass::_methods"),
  INSTANCE_KLASS_ITABLE_LENGTH(
      VmNumbers.INSTANCE_KLASS_ITABLE_LENGTH, "InstanceKlass::_itable_len"),
  INSTANCE_KLASS_INIT_STATE(VmNumbers.INSTANCE_KLASS_INIT_STATE, "InstanceKlass::_init_state"),
  /** Value of the state byte of a linked class. */
  STATE_LINKED(VmNumbers.STATE_LINKED, "InstanceKlass::linked"),
  /** Value of the state byte of a fully initialised class. */
  STATE_FULLY_INITIALIZED(VmNumbers.STATE_FULLY_INITIALIZED, "InstanceKlass::fully_initialized"),
  CONSTANT_POOL_LENGTH(VmNumbers.CONSTANT_POOL_LENGTH, "ConstantPool::_length"),
  CONSTANT_POOL_CACHE(VmNumbers.CONSTANT_POOL_CACHE, "ConstantPool::_cache"),
  CONSTANT_POOL_CACHE_RESOLVED_REFERENCES(
      VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_REFERENCES, "ConstantPoolCache::_resolved_references"),
  CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES(
      VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES,
      "ConstantPoolCache::_resolved_indy_entries"),
  /** Offset of the first element of an {@code Array<ResolvedIndyEntry>}. */
  ARRAY_OF_INDY_ENTRIES_DATA(
      VmNumbers.ARRAY_OF_INDY_ENTRIES_DATA, "Array<ResolvedIndyEntry>::_data"),
  /** Size of a {@code ResolvedIndyEntry}. */
  INDY_ENTRY_BYTES(VmNumbers.INDY_ENTRY_BYTES, "sizeof(ResolvedIndyEntry)"),
  /** Offset of the u2 {@code ResolvedIndyEntry::_resolved_references_index}. */
  INDY_ENTRY_RESOLVED_REFERENCES_INDEX(
      VmNumbers.INDY_ENTRY_RESOLVED_REFERENCES_INDEX,
      "ResolvedIndyEntry::_resolved_references_index"),
  CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES(
      VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES,
      "ConstantPoolCache::_resolved_method_entries"),
  /** Offset of the first element of an {@code Array<ResolvedMethodEntry>}. */
  ARRAY_OF_METHOD_ENTRIES_DATA(
      VmNumbers.ARRAY_OF_METHOD_ENTRIES_DATA, "Array<ResolvedMethodEntry>::_data"),
  /** Size of a {@code ResolvedMethodEntry}. */
  METHOD_ENTRY_BYTES(VmNumbers.METHOD_ENTRY_BYTES, "sizeof(ResolvedMethodEntry)"),
  /** Offset of the u2 {@code ResolvedMethodEntry::_resolved_references_index}. */
  METHOD_ENTRY_RESOLVED_REFERENCES_INDEX(
      VmNumbers.METHOD_ENTRY_RESOLVED_REFERENCES_INDEX,
      "ResolvedMethodEntry::_resolved_references_index"),
  /** Offset of the bytecode in a {@code ConstMethod}, which is its size. */
  CONST_METHOD_BYTECODE(VmNumbers.CONST_METHOD_BYTECODE, "sizeof(ConstMethod)"),
  /** Offset of the first element of an {@code Object[]}. */
  OBJECT_ARRAY_BASE(VmNumbers.OBJECT_ARRAY_BASE, "objArrayOopDesc base"),
  /** Size of a reference in an {@code Object[]}. */
  REFERENCE_BYTES(VmNumbers.REFERENCE_BYTES, "heapOopSize"),
  /** Offset of the first element of an {@code Array<Method*>}; its length is the int at 0. */
  ARRAY_OF_METHODS_DATA(VmNumbers.ARRAY_OF_METHODS_DATA, "Array<Method*>::_data"),
  METHOD_CONST_METHOD(VmNumbers.METHOD_CONST_METHOD, "Method::_constMethod"),
  METHOD_CODE(VmNumbers.METHOD_CODE, "Method::_code"),
  CONST_METHOD_CODE_SIZE(VmNumbers.CONST_METHOD_CODE_SIZE, "ConstMethod::_code_size"),
  CONST_METHOD_NAME_INDEX(VmNumbers.CONST_METHOD_NAME_INDEX, "ConstMethod::_name_index"),
  CONST_METHOD_SIGNATURE_INDEX(
      VmNumbers.CONST_METHOD_SIGNATURE_INDEX, "ConstMethod::_signature_index"),
  SYMBOL_LENGTH(VmNumbers.SYMBOL_LENGTH, "Symbol::_length"),
  SYMBOL_BODY(VmNumbers.SYMBOL_BODY, "Symbol::_body"),
  /** Offset of the {@code Klass*} in a class mirror. */
  MIRROR_KLASS(VmNumbers.MIRROR_KLASS, "java_lang_Class::_klass"),
  NMETHOD_COMP_LEVEL(VmNumbers.NMETHOD_COMP_LEVEL, "nmethod::_comp_level"),
  KLASS_SUPER(VmNumbers.KLASS_SUPER, "Klass::_super"),
  KLASS_ACCESS_FLAGS(VmNumbers.KLASS_ACCESS_FLAGS, "Klass::_access_flags"),
  INSTANCE_KLASS_LOCAL_INTERFACES(
      VmNumbers.INSTANCE_KLASS_LOCAL_INTERFACES, "InstanceKlass::_local_interfaces"),
  INSTANCE_KLASS_FIELD_INFO_STREAM(
      VmNumbers.INSTANCE_KLASS_FIELD_INFO_STREAM, "InstanceKlass::_fieldinfo_stream"),
  /** Offset of the first element of an {@code Array<Klass*>}. */
  ARRAY_OF_KLASSES_DATA(VmNumbers.ARRAY_OF_KLASSES_DATA, "Array<Klass*>::_data"),
  /** Offset of the first element of an {@code Array<u1>}. */
  ARRAY_OF_BYTES_DATA(VmNumbers.ARRAY_OF_BYTES_DATA, "Array<u1>::_data"),
  /** Offset of the first element of an {@code Array<u2>}. */
  ARRAY_OF_SHORTS_DATA(VmNumbers.ARRAY_OF_SHORTS_DATA, "Array<u2>::_data"),
  /** Offset of the first element of an {@code Array<u4>}. */
  ARRAY_OF_INTS_DATA(VmNumbers.ARRAY_OF_INTS_DATA, "Array<u4>::_data"),
  /** Size of a {@code ConstantPool}, behind which its entries lie. */
  CONSTANT_POOL_BYTES(VmNumbers.CONSTANT_POOL_BYTES, "sizeof(ConstantPool)"),
  CONSTANT_POOL_TAGS(VmNumbers.CONSTANT_POOL_TAGS, "ConstantPool::_tags"),
  /**
   * Offset in a {@code ConstantPool} of the {@code Array<u2>*} with the bootstrap methods: {@code
   * _operands} or, since JDK 26 and 25.0.5, {@code _bsm_entries._bootstrap_methods}.
   */
  CONSTANT_POOL_BOOTSTRAP_METHODS(
      VmNumbers.CONSTANT_POOL_BOOTSTRAP_METHODS, "ConstantPool bootstrap methods"),
  /**
   * Offset in a {@code ConstantPool} of the {@code Array<u4>*} that says where each bootstrap
   * method starts; the offset above where the one array holds both.
   */
  CONSTANT_POOL_BOOTSTRAP_OFFSETS(
      VmNumbers.CONSTANT_POOL_BOOTSTRAP_OFFSETS, "ConstantPool offsets of bootstrap methods"),
  CONSTANT_POOL_CACHE_REFERENCE_MAP(
      VmNumbers.CONSTANT_POOL_CACHE_REFERENCE_MAP, "ConstantPoolCache::_reference_map"),
  CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES(
      VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES,
      "ConstantPoolCache::_resolved_field_entries"),
  /** Offset of the first element of an {@code Array<ResolvedFieldEntry>}. */
  ARRAY_OF_FIELD_ENTRIES_DATA(
      VmNumbers.ARRAY_OF_FIELD_ENTRIES_DATA, "Array<ResolvedFieldEntry>::_data"),
  /** Size of a {@code ResolvedFieldEntry}. */
  FIELD_ENTRY_BYTES(VmNumbers.FIELD_ENTRY_BYTES, "sizeof(ResolvedFieldEntry)"),
  FIELD_ENTRY_POOL_INDEX(VmNumbers.FIELD_ENTRY_POOL_INDEX, "ResolvedFieldEntry::_cpool_index"),
  METHOD_ENTRY_POOL_INDEX(VmNumbers.METHOD_ENTRY_POOL_INDEX, "ResolvedMethodEntry::_cpool_index"),
  INDY_ENTRY_POOL_INDEX(VmNumbers.INDY_ENTRY_POOL_INDEX, "ResolvedIndyEntry::_cpool_index"),
  METHOD_ACCESS_FLAGS(VmNumbers.METHOD_ACCESS_FLAGS, "Method::_access_flags"),
  CONST_METHOD_FLAGS(VmNumbers.CONST_METHOD_FLAGS, "ConstMethod::_flags._flags"),
  /** In words of eight bytes. */
  CONST_METHOD_SIZE(VmNumbers.CONST_METHOD_SIZE, "ConstMethod::_constMethod_size"),
  CONST_METHOD_MAX_STACK(VmNumbers.CONST_METHOD_MAX_STACK, "ConstMethod::_max_stack"),
  FILE_MAP_INFO_HEADER(VmNumbers.FILE_MAP_INFO_HEADER, "FileMapInfo::_header"),
  FILE_MAP_HEADER_REGIONS(VmNumbers.FILE_MAP_HEADER_REGIONS, "FileMapHeader::_regions[0]"),
  /** Size of a {@code CDSFileMapRegion}; the next one follows. */
  FILE_MAP_REGION_BYTES(VmNumbers.FILE_MAP_REGION_BYTES, "sizeof(CDSFileMapRegion)"),
  FILE_MAP_REGION_USED(VmNumbers.FILE_MAP_REGION_USED, "CDSFileMapRegion::_used"),
  FILE_MAP_REGION_MAPPED_BASE(
      VmNumbers.FILE_MAP_REGION_MAPPED_BASE, "CDSFileMapRegion::_mapped_base"),
  /** Offset from libjvm's base of the first virtual function of {@code InstanceKlass}. */
  LIBJVM_FIRST_VIRTUAL(VmNumbers.LIBJVM_FIRST_VIRTUAL, "InstanceKlass first virtual function"),
  /**
   * Offset from libjvm's base of its GNU build id (20 bytes); the property {@code libjvm.buildId}
   * holds the expected value.
   */
  LIBJVM_BUILD_ID(VmNumbers.LIBJVM_BUILD_ID, "libjvm build id"),
  /** Offset from libjvm's base of the address at which the class data archive starts. */
  LIBJVM_SHARED_BASE(VmNumbers.LIBJVM_SHARED_BASE, "MetaspaceObj::_shared_metaspace_base"),
  /** Offset from libjvm's base of the address at which the class data archive ends. */
  LIBJVM_SHARED_TOP(VmNumbers.LIBJVM_SHARED_TOP, "MetaspaceObj::_shared_metaspace_top"),
  /** Offset from libjvm's base of the {@code FileMapInfo*} of the static archive. */
  LIBJVM_ARCHIVE(VmNumbers.LIBJVM_ARCHIVE, "FileMapInfo::_current_info"),
  /** Offset from libjvm's base of the address at which the code cache starts. */
  LIBJVM_CODE_CACHE_LOW(VmNumbers.LIBJVM_CODE_CACHE_LOW, "CodeCache::_low_bound"),
  /** Offset from libjvm's base of the address at which the code cache ends. */
  LIBJVM_CODE_CACHE_HIGH(VmNumbers.LIBJVM_CODE_CACHE_HIGH, "CodeCache::_high_bound"),
  /** Offset from libjvm's base of the pointer to the {@code GrowableArray} of the code heaps. */
  LIBJVM_CODE_HEAPS(VmNumbers.LIBJVM_CODE_HEAPS, "CodeCache::_heaps"),
  GROWABLE_ARRAY_LENGTH(VmNumbers.GROWABLE_ARRAY_LENGTH, "GrowableArrayBase::_len"),
  /** Offset in every {@code GrowableArray} of the pointer to its elements. */
  GROWABLE_ARRAY_DATA(VmNumbers.GROWABLE_ARRAY_DATA, "GrowableArray<int>::_data"),
  CODE_HEAP_MEMORY(VmNumbers.CODE_HEAP_MEMORY, "CodeHeap::_memory"),
  /** A byte for each segment of a code heap. */
  CODE_HEAP_SEGMENT_MAP(VmNumbers.CODE_HEAP_SEGMENT_MAP, "CodeHeap::_segmap"),
  CODE_HEAP_SEGMENT_SHIFT(VmNumbers.CODE_HEAP_SEGMENT_SHIFT, "CodeHeap::_log2_segment_size"),
  VIRTUAL_SPACE_LOW(VmNumbers.VIRTUAL_SPACE_LOW, "VirtualSpace::_low_boundary"),
  /** End of what is reserved. */
  VIRTUAL_SPACE_END(VmNumbers.VIRTUAL_SPACE_END, "VirtualSpace::_high_boundary"),
  /** End of what is committed. */
  VIRTUAL_SPACE_HIGH(VmNumbers.VIRTUAL_SPACE_HIGH, "VirtualSpace::_high");

  private final int number;
  private final String vmName;

  VmField(int number, String vmName) {
    this.number = number;
    this.vmName = vmName;
  }

  /** Its place in the table {@code VM_LAYOUT} of an image. */
  public int number() {
    return number;
  }

  /** Name as in the VM's tables. */
  public String vmName() {
    return vmName;
  }
}
