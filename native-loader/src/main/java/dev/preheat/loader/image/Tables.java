package dev.preheat.loader.image;

/**
 * Ordinals of {@code dev.preheat.format.image.layout.Table} and of the kinds in an image, as
 * constants: an enum would be one more class to load and initialise before the program starts. A
 * test compares them with the enums.
 */
public final class Tables {

  public static final int STRINGS = 0;
  public static final int PROPERTIES = 1;
  public static final int VM_LAYOUT = 2;
  public static final int FACTS = 3;
  public static final int CONTAINERS = 4;
  public static final int CLASSES = 5;
  public static final int CLASS_INDEX = 6;
  static final int DIGESTS = 7;
  public static final int METHODS = 8;
  public static final int OBJECTS = 9;
  public static final int EXTERNALS = 10;
  public static final int VARIANTS = 11;
  public static final int RECORDS = 12;
  public static final int RELOCATIONS = 13;
  public static final int LISTS = 14;
  public static final int STREAMS = 15;
  public static final int COUNT = 16;

  public static final int ROLE_BOOT = 0;
  public static final int ROLE_PLATFORM = 1;
  public static final int ROLE_APP = 2;
  public static final int ROLES = 3;

  public static final int CLASS_INSTANCE = 0;
  public static final int CLASS_OBJECT_ARRAY = 1;
  public static final int CLASS_PRIMITIVE_ARRAY = 2;

  public static final int CONTAINER_JAR = 0;
  static final int CONTAINER_DIRECTORY = 1;
  public static final int CONTAINER_ABSENT = 2;
  public static final int CONTAINER_KINDS = 3;

  public static final int OBJECT_STRING = 0;
  public static final int OBJECT_CLASS_MIRROR = 1;
  public static final int OBJECT_PRIMITIVE_MIRROR = 2;
  public static final int OBJECT_RESOLVED_REFERENCES = 3;

  public static final int EXTERNAL_ADDRESS = 0;
  public static final int EXTERNAL_NUMBER = 1;
  public static final int EXTERNAL_ROUTINE = 2;
  public static final int EXTERNAL_STUB = 3;
  public static final int EXTERNAL_CALL_SITE = 4;

  public static final int FACT_EQUAL_1 = 0;
  public static final int FACT_EQUAL_4 = 1;
  public static final int FACT_EQUAL_8 = 2;
  public static final int FACT_SUPERSET_8 = 3;
  public static final int FACT_AT_LEAST_1 = 4;
  public static final int FACT_AT_LEAST_4 = 5;
  public static final int FACT_AT_LEAST_8 = 6;
  public static final int FACT_KINDS = 7;

  public static final int PHASE_START = 0;
  public static final int PHASE_CONFIGURED = 1;

  public static final int RECORD_STUB = 0;
  static final int RECORD_METHOD = 1;
  public static final int RECORD_PORTABLE_METHOD = 2;
  public static final int RECORD_KINDS = 3;

  public static final int RELOCATE_STREAM_KLASS = 0;
  public static final int RELOCATE_STREAM_METHOD = 1;
  public static final int RELOCATE_STREAM_EXTERNAL = 2;
  public static final int RELOCATE_CODE_EXTERNAL = 3;

  private Tables() {}

  /** Bytes of an entry, by table. */
  public static int[] entryBytes() {
    return new int[] {1, 16, 4, 32, 32, 48, 4, 32, 28, 12, 24, 24, 88, 8, 4, 1};
  }
}
