package dev.preheat.hotspot;

/**
 * The table {@code VM_LAYOUT} of an image by number. The constants are the ordinals of {@link
 * VmField}, which the loader does not load; a test compares them.
 */
public record VmNumbers(int[] words, int first) {

  public static final int KLASS_LAYOUT_HELPER = 2;
  public static final int KLASS_NAME = 3;
  public static final int KLASS_VTABLE_LENGTH = 7;
  public static final int INSTANCE_KLASS_CONSTANTS = 8;
  public static final int INSTANCE_KLASS_METHODS = 9;
  public static final int INSTANCE_KLASS_ITABLE_LENGTH = 10;
  public static final int CONSTANT_POOL_LENGTH = 14;
  public static final int CONSTANT_POOL_CACHE = 15;
  public static final int CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES = 17;
  public static final int ARRAY_OF_INDY_ENTRIES_DATA = 18;
  public static final int INDY_ENTRY_BYTES = 19;
  public static final int CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES = 21;
  public static final int ARRAY_OF_METHOD_ENTRIES_DATA = 22;
  public static final int METHOD_ENTRY_BYTES = 23;
  public static final int CONST_METHOD_BYTECODE = 25;
  public static final int ARRAY_OF_METHODS_DATA = 28;
  public static final int METHOD_CONST_METHOD = 29;
  public static final int CONST_METHOD_CODE_SIZE = 31;
  public static final int CONST_METHOD_NAME_INDEX = 32;
  public static final int SYMBOL_LENGTH = 34;
  public static final int SYMBOL_BODY = 35;
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

  public int get(int field) {
    return words[first + field];
  }
}
