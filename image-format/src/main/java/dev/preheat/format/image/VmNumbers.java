package dev.preheat.format.image;

/**
 * The table {@link Table#VM_LAYOUT} by number. The constants are the ordinals of {@link VmField},
 * which the loader does not load; a test compares them.
 */
record VmNumbers(int[] words, int first) {

  static final int KLASS_LAYOUT_HELPER = 2;
  static final int KLASS_NAME = 3;
  static final int KLASS_VTABLE_LENGTH = 7;
  static final int INSTANCE_KLASS_CONSTANTS = 8;
  static final int INSTANCE_KLASS_METHODS = 9;
  static final int INSTANCE_KLASS_ITABLE_LENGTH = 10;
  static final int CONSTANT_POOL_LENGTH = 14;
  static final int CONSTANT_POOL_CACHE = 15;
  static final int CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES = 17;
  static final int ARRAY_OF_INDY_ENTRIES_DATA = 18;
  static final int INDY_ENTRY_BYTES = 19;
  static final int CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES = 21;
  static final int ARRAY_OF_METHOD_ENTRIES_DATA = 22;
  static final int METHOD_ENTRY_BYTES = 23;
  static final int CONST_METHOD_BYTECODE = 25;
  static final int ARRAY_OF_METHODS_DATA = 28;
  static final int METHOD_CONST_METHOD = 29;
  static final int CONST_METHOD_CODE_SIZE = 31;
  static final int CONST_METHOD_NAME_INDEX = 32;
  static final int SYMBOL_LENGTH = 34;
  static final int SYMBOL_BODY = 35;
  static final int KLASS_SUPER = 38;
  static final int KLASS_ACCESS_FLAGS = 39;
  static final int INSTANCE_KLASS_LOCAL_INTERFACES = 40;
  static final int INSTANCE_KLASS_FIELD_INFO_STREAM = 41;
  static final int ARRAY_OF_KLASSES_DATA = 42;
  static final int ARRAY_OF_BYTES_DATA = 43;
  static final int ARRAY_OF_SHORTS_DATA = 44;
  static final int ARRAY_OF_INTS_DATA = 45;
  static final int CONSTANT_POOL_BYTES = 46;
  static final int CONSTANT_POOL_TAGS = 47;
  static final int CONSTANT_POOL_BOOTSTRAP_METHODS = 48;
  static final int CONSTANT_POOL_BOOTSTRAP_OFFSETS = 49;
  static final int CONSTANT_POOL_CACHE_REFERENCE_MAP = 50;
  static final int CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES = 51;
  static final int ARRAY_OF_FIELD_ENTRIES_DATA = 52;
  static final int FIELD_ENTRY_BYTES = 53;
  static final int FIELD_ENTRY_POOL_INDEX = 54;
  static final int METHOD_ENTRY_POOL_INDEX = 55;
  static final int INDY_ENTRY_POOL_INDEX = 56;
  static final int METHOD_ACCESS_FLAGS = 57;
  static final int CONST_METHOD_FLAGS = 58;
  static final int CONST_METHOD_SIZE = 59;
  static final int CONST_METHOD_MAX_STACK = 60;

  int get(int field) {
    return words[first + field];
  }
}
