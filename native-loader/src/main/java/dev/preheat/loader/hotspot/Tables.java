package dev.preheat.loader.hotspot;

/**
 * Ordinals of {@code dev.preheat.format.image.Table} and of the kinds in an image, as constants: an
 * enum would be one more class to load and initialise before the program starts. A test compares
 * them with the enums.
 */
final class Tables {

  static final int STRINGS = 0;
  static final int PROPERTIES = 1;
  static final int VM_LAYOUT = 2;
  static final int FACTS = 3;
  static final int CONTAINERS = 4;
  static final int CLASSES = 5;
  static final int CLASS_INDEX = 6;
  static final int DIGESTS = 7;
  static final int METHODS = 8;
  static final int OBJECTS = 9;
  static final int EXTERNALS = 10;
  static final int VARIANTS = 11;
  static final int RECORDS = 12;
  static final int RELOCATIONS = 13;
  static final int LISTS = 14;
  static final int STREAMS = 15;
  static final int COUNT = 16;

  static final int ROLE_BOOT = 0;
  static final int ROLE_PLATFORM = 1;
  static final int ROLE_APP = 2;
  static final int ROLES = 3;

  static final int CLASS_INSTANCE = 0;
  static final int CLASS_OBJECT_ARRAY = 1;
  static final int CLASS_PRIMITIVE_ARRAY = 2;

  static final int CONTAINER_JAR = 0;
  static final int CONTAINER_DIRECTORY = 1;
  static final int CONTAINER_ABSENT = 2;
  static final int CONTAINER_KINDS = 3;

  static final int OBJECT_STRING = 0;
  static final int OBJECT_CLASS_MIRROR = 1;
  static final int OBJECT_PRIMITIVE_MIRROR = 2;
  static final int OBJECT_RESOLVED_REFERENCES = 3;

  static final int EXTERNAL_ADDRESS = 0;
  static final int EXTERNAL_NUMBER = 1;
  static final int EXTERNAL_ROUTINE = 2;
  static final int EXTERNAL_STUB = 3;
  static final int EXTERNAL_CALL_SITE = 4;

  static final int FACT_EQUAL_1 = 0;
  static final int FACT_EQUAL_4 = 1;
  static final int FACT_EQUAL_8 = 2;
  static final int FACT_SUPERSET_8 = 3;
  static final int FACT_AT_LEAST_1 = 4;
  static final int FACT_AT_LEAST_4 = 5;
  static final int FACT_AT_LEAST_8 = 6;
  static final int FACT_KINDS = 7;

  static final int PHASE_START = 0;
  static final int PHASE_CONFIGURED = 1;

  static final int RECORD_STUB = 0;
  static final int RECORD_METHOD = 1;
  static final int RECORD_PORTABLE_METHOD = 2;
  static final int RECORD_KINDS = 3;

  static final int RELOCATE_STREAM_KLASS = 0;
  static final int RELOCATE_STREAM_METHOD = 1;
  static final int RELOCATE_STREAM_EXTERNAL = 2;
  static final int RELOCATE_CODE_EXTERNAL = 3;

  private Tables() {}

  /** Bytes of an entry, by table. */
  static int[] entryBytes() {
    return new int[] {1, 16, 4, 32, 32, 48, 4, 32, 28, 12, 24, 24, 88, 8, 4, 1};
  }
}
