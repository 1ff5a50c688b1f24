// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

/**
 * The table {@code VM_LAYOUT} of an image by number: the one list of what is known about a JVM's
 * own structures. {@link VmField} says what each number is. They are constants, which the loader's
 * classes hold as literals: it does not load the enum.
 */
public record VmNumbers(int[] words, int first) {

  public static final int LOADER_DATA = 0;
  public static final int CLASS_LOADER_DATA_KLASSES = 1;
  public static final int KLASS_LAYOUT_HELPER = 2;
  public static final int KLASS_NAME = 3;
  public static final int KLASS_JAVA_MIRROR = 4;
  public static final int KLASS_NEXT_LINK = 5;
  public static final int KLASS_CLASS_LOADER_DATA = 6;
  public static final int KLASS_VTABLE_LENGTH = 7;
  public static final int INSTANCE_KLASS_CONSTANTS = 8;
  public static final int INSTANCE_KLASS_METHODS = 9;
  public static final int INSTANCE_KLASS_ITABLE_LENGTH = 10;
  public static final int INSTANCE_KLASS_INIT_STATE = 11;
  public static final int STATE_LINKED = 12;
  public static final int STATE_FULLY_INITIALIZED = 13;
  public static final int CONSTANT_POOL_LENGTH = 14;
  public static final int CONSTANT_POOL_CACHE = 15;
  public static final int CONSTANT_POOL_CACHE_RESOLVED_REFERENCES = 16;
  public static final int CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES = 17;
  public static final int ARRAY_OF_INDY_ENTRIES_DATA = 18;
  public static final int INDY_ENTRY_BYTES = 19;
  public static final int INDY_ENTRY_RESOLVED_REFERENCES_INDEX = 20;
  public static final int CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES = 21;
  public static final int ARRAY_OF_METHOD_ENTRIES_DATA = 22;
  public static final int METHOD_ENTRY_BYTES = 23;
  public static final int METHOD_ENTRY_RESOLVED_REFERENCES_INDEX = 24;
  public static final int CONST_METHOD_BYTECODE = 25;
  public static final int OBJECT_ARRAY_BASE = 26;
  public static final int REFERENCE_BYTES = 27;
  public static final int ARRAY_OF_METHODS_DATA = 28;
  public static final int METHOD_CONST_METHOD = 29;
  public static final int METHOD_CODE = 30;
  public static final int CONST_METHOD_CODE_SIZE = 31;
  public static final int CONST_METHOD_NAME_INDEX = 32;
  public static final int CONST_METHOD_SIGNATURE_INDEX = 33;
  public static final int SYMBOL_LENGTH = 34;
  public static final int SYMBOL_BODY = 35;
  public static final int MIRROR_KLASS = 36;
  public static final int NMETHOD_COMP_LEVEL = 37;
  public static final int KLASS_SUPER = 38;
  public static final int KLASS_ACCESS_FLAGS = 39;
  public static final int INSTANCE_KLASS_LOCAL_INTERFACES = 40;
  public static final int INSTANCE_KLASS_FIELD_INFO_STREAM = 41;
  public static final int ARRAY_OF_KLASSES_DATA = 42;
  public static final int ARRAY_OF_BYTES_DATA = 43;
  public static final int ARRAY_OF_SHORTS_DATA = 44;
  public static final int ARRAY_OF_INTS_DATA = 45;
  public static final int CONSTANT_POOL_BYTES = 46;
  public static final int CONSTANT_POOL_TAGS = 47;
  public static final int CONSTANT_POOL_BOOTSTRAP_METHODS = 48;
  public static final int CONSTANT_POOL_BOOTSTRAP_OFFSETS = 49;
  public static final int CONSTANT_POOL_CACHE_REFERENCE_MAP = 50;
  public static final int CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES = 51;
  public static final int ARRAY_OF_FIELD_ENTRIES_DATA = 52;
  public static final int FIELD_ENTRY_BYTES = 53;
  public static final int FIELD_ENTRY_POOL_INDEX = 54;
  public static final int METHOD_ENTRY_POOL_INDEX = 55;
  public static final int INDY_ENTRY_POOL_INDEX = 56;
  public static final int METHOD_ACCESS_FLAGS = 57;
  public static final int CONST_METHOD_FLAGS = 58;
  public static final int CONST_METHOD_SIZE = 59;
  public static final int CONST_METHOD_MAX_STACK = 60;
  public static final int FILE_MAP_INFO_HEADER = 61;
  public static final int FILE_MAP_HEADER_REGIONS = 62;
  public static final int FILE_MAP_REGION_BYTES = 63;
  public static final int FILE_MAP_REGION_USED = 64;
  public static final int FILE_MAP_REGION_MAPPED_BASE = 65;
  public static final int LIBJVM_FIRST_VIRTUAL = 66;
  public static final int LIBJVM_BUILD_ID = 67;
  public static final int LIBJVM_SHARED_BASE = 68;
  public static final int LIBJVM_SHARED_TOP = 69;
  public static final int LIBJVM_ARCHIVE = 70;
  public static final int LIBJVM_CODE_CACHE_LOW = 71;
  public static final int LIBJVM_CODE_CACHE_HIGH = 72;
  public static final int LIBJVM_CODE_HEAPS = 73;
  public static final int GROWABLE_ARRAY_LENGTH = 74;
  public static final int GROWABLE_ARRAY_DATA = 75;
  public static final int CODE_HEAP_MEMORY = 76;
  public static final int CODE_HEAP_SEGMENT_MAP = 77;
  public static final int CODE_HEAP_SEGMENT_SHIFT = 78;
  public static final int VIRTUAL_SPACE_LOW = 79;
  public static final int VIRTUAL_SPACE_END = 80;
  public static final int VIRTUAL_SPACE_HIGH = 81;

  /** How many there are. */
  public static final int COUNT = 82;

  public int get(int field) {
    return words[first + field];
  }
}
