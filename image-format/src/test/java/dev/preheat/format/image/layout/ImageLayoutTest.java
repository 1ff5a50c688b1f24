package dev.preheat.format.image.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ObjectKind;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmNumbers;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Images on disk have this layout, and the loader reads it as raw bytes. Whoever changes it on
 * purpose changes {@link ImageLayout#VERSION}, docs/formats/image.md and these lists.
 */
class ImageLayoutTest {

  private static final String CONSTANTS =
      """
        ImageLayout: NONE=-1, VERSION=1, ALIGNMENT=8, CODE_ALIGNMENT=16,
            REGION_FILE_OFFSET=4096, MAGIC=3554537771723215440
        ClassEntry: NAME_OFFSET=0, NAME_LENGTH=4, NAME_HASH=8, ROLE=16, KIND=17, CONTAINER=18,
            ELEMENT=20, CONTENT=24, FIRST_METHOD=32, METHODS=36, SHAPE=40,
            BYTES=48
        ContainerLayout: NAME_OFFSET=0, NAME_LENGTH=4, PARENT=8, KIND=12, SIZE=16, CHECKSUM=24,
            BYTES=32
        ExternalLayout: OFFSET=0, KIND=8, NAME_OFFSET=12, NAME_LENGTH=16, RECORD=20, BYTES=24
        FactLayout: OFFSET=0, EXPECTED=8, KIND=16, NAME_OFFSET=20, NAME_LENGTH=24, PHASE=28,
            BYTES=32
        Header: MAGIC=0, DIRECTORY_ENTRY=8, VERSION=8, SIZE=12, CHECKSUM=16, CHECKED_FROM=24,
            REGION_SIZE=24, CODE_FILE_OFFSET=32, CODE_SIZE=40, DIRECTORY=48
        MethodEntry: CLASS=0, KEY=4, CODE_SIZE=8, HINT=10, NAME_OFFSET=12, NAME_LENGTH=16,
            DESCRIPTOR_OFFSET=20, DESCRIPTOR_LENGTH=24, BYTES=28
        ObjectEntry: KIND=0, A=4, B=8, BYTES=12
        Property: NAME_OFFSET=0, NAME_LENGTH=4, VALUE_OFFSET=8, VALUE_LENGTH=12, BYTES=16
        RecordLayout: KIND=0, METHOD=4, NAME_OFFSET=8, NAME_LENGTH=12, STREAM_OFFSET=16,
            STREAM_SIZE=20, CODE_OFFSET=24, CODE_SIZE=28, DATA_OFFSET=32, HOT_WEIGHT=32,
            DATA_SIZE=36, DATA_ALIGNMENT=40, FRAME_SIZE=44, FIRST_RELOCATION=48, RELOCATIONS=52,
            FIRST_OBJECT=56, OBJECTS=60, FIRST_DEPENDENCY=64, DEPENDENCIES=68,
            FIRST_INITIALIZED=72, INITIALIZED=76, WEIGHT=80, BYTES=88
        RelocationLayout: OFFSET=0, KIND_AND_INDEX=4, BYTES=8, KIND_SHIFT=24, INDEX_MASK=16777215
        VariantLayout: NAME_OFFSET=0, NAME_LENGTH=4, FIRST_FACT=8, FACTS=12, FIRST_RECORD=16,
            RECORDS=20, BYTES=24
      """;

  /** In order: an image holds their positions. */
  private static final String ENUMS =
      """
        Table: STRINGS, PROPERTIES, VM_LAYOUT, FACTS, CONTAINERS, CLASSES, CLASS_INDEX, DIGESTS,
            METHODS, OBJECTS, EXTERNALS, VARIANTS, RECORDS, RELOCATIONS, LISTS, STREAMS
        ClassKind: INSTANCE, OBJECT_ARRAY, PRIMITIVE_ARRAY
        ClassRole: BOOT, PLATFORM, APP
        ContainerKind: JAR, DIRECTORY, ABSENT
        ExternalKind: ADDRESS, NUMBER, ROUTINE, STUB, CALL_SITE
        FactKind: EQUAL_1, EQUAL_4, EQUAL_8, SUPERSET_8, AT_LEAST_1, AT_LEAST_4, AT_LEAST_8
        FactPhase: START, CONFIGURED
        ObjectKind: STRING, CLASS_MIRROR, PRIMITIVE_MIRROR, RESOLVED_REFERENCES
        RecordKind: STUB, METHOD, PORTABLE_METHOD
        RelocationKind: STREAM_KLASS, STREAM_METHOD, STREAM_EXTERNAL, CODE_EXTERNAL
      """;

  private static final String VM_FIELDS =
      """
        VmField: LOADER_DATA, CLASS_LOADER_DATA_KLASSES, KLASS_LAYOUT_HELPER, KLASS_NAME,
            KLASS_JAVA_MIRROR, KLASS_NEXT_LINK, KLASS_CLASS_LOADER_DATA, KLASS_VTABLE_LENGTH,
            INSTANCE_KLASS_CONSTANTS, INSTANCE_KLASS_METHODS, INSTANCE_KLASS_ITABLE_LENGTH,
            INSTANCE_KLASS_INIT_STATE, STATE_LINKED, STATE_FULLY_INITIALIZED,
            CONSTANT_POOL_LENGTH, CONSTANT_POOL_CACHE, CONSTANT_POOL_CACHE_RESOLVED_REFERENCES,
            CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES, ARRAY_OF_INDY_ENTRIES_DATA,
            INDY_ENTRY_BYTES, INDY_ENTRY_RESOLVED_REFERENCES_INDEX,
            CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES, ARRAY_OF_METHOD_ENTRIES_DATA,
            METHOD_ENTRY_BYTES, METHOD_ENTRY_RESOLVED_REFERENCES_INDEX, CONST_METHOD_BYTECODE,
            OBJECT_ARRAY_BASE, REFERENCE_BYTES, ARRAY_OF_METHODS_DATA, METHOD_CONST_METHOD,
            METHOD_CODE, CONST_METHOD_CODE_SIZE, CONST_METHOD_NAME_INDEX,
            CONST_METHOD_SIGNATURE_INDEX, SYMBOL_LENGTH, SYMBOL_BODY, MIRROR_KLASS,
            NMETHOD_COMP_LEVEL, KLASS_SUPER, KLASS_ACCESS_FLAGS,
            INSTANCE_KLASS_LOCAL_INTERFACES, INSTANCE_KLASS_FIELD_INFO_STREAM,
            ARRAY_OF_KLASSES_DATA, ARRAY_OF_BYTES_DATA, ARRAY_OF_SHORTS_DATA,
            ARRAY_OF_INTS_DATA, CONSTANT_POOL_BYTES, CONSTANT_POOL_TAGS,
            CONSTANT_POOL_BOOTSTRAP_METHODS, CONSTANT_POOL_BOOTSTRAP_OFFSETS,
            CONSTANT_POOL_CACHE_REFERENCE_MAP, CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES,
            ARRAY_OF_FIELD_ENTRIES_DATA, FIELD_ENTRY_BYTES, FIELD_ENTRY_POOL_INDEX,
            METHOD_ENTRY_POOL_INDEX, INDY_ENTRY_POOL_INDEX, METHOD_ACCESS_FLAGS,
            CONST_METHOD_FLAGS, CONST_METHOD_SIZE, CONST_METHOD_MAX_STACK,
            FILE_MAP_INFO_HEADER, FILE_MAP_HEADER_REGIONS, FILE_MAP_REGION_BYTES,
            FILE_MAP_REGION_USED, FILE_MAP_REGION_MAPPED_BASE, LIBJVM_FIRST_VIRTUAL,
            LIBJVM_BUILD_ID, LIBJVM_SHARED_BASE, LIBJVM_SHARED_TOP, LIBJVM_ARCHIVE,
            LIBJVM_CODE_CACHE_LOW,
            LIBJVM_CODE_CACHE_HIGH, LIBJVM_CODE_HEAPS, GROWABLE_ARRAY_LENGTH,
            GROWABLE_ARRAY_DATA, CODE_HEAP_MEMORY, CODE_HEAP_SEGMENT_MAP,
            CODE_HEAP_SEGMENT_SHIFT, VIRTUAL_SPACE_LOW, VIRTUAL_SPACE_END, VIRTUAL_SPACE_HIGH
      """;

  /** Bytes of an entry. */
  private static final String TABLES =
      """
        Table: STRINGS=1, PROPERTIES=16, VM_LAYOUT=4, FACTS=32, CONTAINERS=32, CLASSES=48,
            CLASS_INDEX=4, DIGESTS=32, METHODS=28, OBJECTS=12, EXTERNALS=24, VARIANTS=24,
            RECORDS=88, RELOCATIONS=8, LISTS=4, STREAMS=1
      """;

  @Test
  void constantsStayAsTheyAre() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(constants(ImageLayout.class));
    for (Class<?> each : ImageLayout.class.getDeclaredClasses()) {
      lines.add(constants(each));
    }
    assertLines(CONSTANTS, lines.stream().sorted(Comparator.comparing(ImageLayoutTest::rank)));
  }

  /** The loader uses the numbers and not the enum. */
  @Test
  void numbersOfFieldsAreTheirOrdinals() throws Exception {
    for (Field number : VmNumbers.class.getDeclaredFields()) {
      if (Modifier.isStatic(number.getModifiers())) {
        assertEquals(VmField.valueOf(number.getName()).ordinal(), number.getInt(null));
      }
    }
  }

  @Test
  void enumsStayInOrder() {
    assertLines(
        ENUMS,
        Stream.of(
                Table.values(),
                ClassKind.values(),
                ClassRole.values(),
                ContainerKind.values(),
                ExternalKind.values(),
                FactKind.values(),
                FactPhase.values(),
                ObjectKind.values(),
                RecordKind.values(),
                RelocationKind.values())
            .map(ImageLayoutTest::names));
  }

  @Test
  void numbersAboutTheVmStayInOrder() {
    assertLines(VM_FIELDS, Stream.of(names(VmField.values())));
  }

  @Test
  void entriesStayAsLargeAsTheyAre() {
    String sizes =
        Arrays.stream(Table.values())
            .map(table -> table + "=" + table.entryBytes())
            .collect(Collectors.joining(", "));
    assertLines(TABLES, Stream.of("Table: " + sizes));
  }

  @Test
  void theMagicIsReadable() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Long.BYTES; i++) {
      text.append((char) (ImageLayout.MAGIC >>> (8 * i) & 0xFF));
    }
    assertEquals("PREHEAT1", text.toString());
  }

  /** In the lists above a line that is too long goes on in the next, further to the right. */
  private static void assertLines(String expected, Stream<String> actual) {
    List<String> lines = expected.replaceAll("\n {6}", " ").lines().map(String::strip).toList();
    assertEquals(lines, actual.toList());
  }

  /** The outer class first. */
  private static String rank(String line) {
    return line.startsWith("ImageLayout:") ? "" : line;
  }

  private static String constants(Class<?> type) throws IllegalAccessException {
    Map<Long, List<String>> byValue = new TreeMap<>();
    for (Field field : type.getFields()) {
      long value = ((Number) field.get(null)).longValue();
      byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(field.getName() + "=" + value);
    }
    return type.getSimpleName()
        + ": "
        + byValue.values().stream()
            .flatMap(names -> names.stream().sorted())
            .collect(Collectors.joining(", "));
  }

  private static String names(Enum<?>[] constants) {
    return constants[0].getDeclaringClass().getSimpleName()
        + ": "
        + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
  }
}
