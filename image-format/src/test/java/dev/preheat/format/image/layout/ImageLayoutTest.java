// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.Numbered;
import dev.preheat.format.image.model.ObjectKind;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
import dev.preheat.hotspot.VmField;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
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
        ImageLayout: NONE=-1, VERSION=3, ALIGNMENT=8, CODE_ALIGNMENT=16, DIGEST_BYTES=32,
            PAGE_BYTES=4096, REGION_FILE_OFFSET=4096, MAGIC=3554537771723215440
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
        MethodEntry: CLASS=0, KEY=4, CODE_SIZE=8, PADDING=10, NAME_OFFSET=12, NAME_LENGTH=16,
            DESCRIPTOR_OFFSET=20, DESCRIPTOR_LENGTH=24, BYTES=28
        ObjectEntry: KIND=0, FIRST=4, SECOND=8, BYTES=12
        Property: NAME_OFFSET=0, NAME_LENGTH=4, VALUE_OFFSET=8, VALUE_LENGTH=12, BYTES=16
        RecordLayout: KIND=0, METHOD=4, NAME_OFFSET=8, NAME_LENGTH=12, STREAM_OFFSET=16,
            STREAM_SIZE=20, CODE_OFFSET=24, CODE_SIZE=28, DATA_OFFSET=32,
            DATA_SIZE=36, DATA_ALIGNMENT=40, FRAME_SIZE=44, FIRST_RELOCATION=48, RELOCATIONS=52,
            FIRST_OBJECT=56, OBJECTS=60, FIRST_DEPENDENCY=64, DEPENDENCIES=68,
            FIRST_INITIALIZED=72, INITIALIZED=76, WEIGHT=80, BYTES=88
        RelocationLayout: OFFSET=0, KIND_AND_INDEX=4, BYTES=8, KIND_SHIFT=24, INDEX_MASK=16777215
        TableNumber: STRINGS=0, PROPERTIES=1, VM_LAYOUT=2, FACTS=3, CONTAINERS=4, CLASSES=5,
            CLASS_INDEX=6, DIGESTS=7, METHODS=8, OBJECTS=9, EXTERNALS=10, VARIANTS=11,
            RECORDS=12, RELOCATIONS=13, LISTS=14, STREAMS=15, COUNT=16
        VariantLayout: NAME_OFFSET=0, NAME_LENGTH=4, FIRST_FACT=8, FACTS=12, FIRST_RECORD=16,
            RECORDS=20, BYTES=24
      """;

  /** An image holds their numbers. */
  private static final String ENUMS =
      """
        Table: STRINGS=0, PROPERTIES=1, VM_LAYOUT=2, FACTS=3, CONTAINERS=4, CLASSES=5,
            CLASS_INDEX=6, DIGESTS=7, METHODS=8, OBJECTS=9, EXTERNALS=10, VARIANTS=11, RECORDS=12,
            RELOCATIONS=13, LISTS=14, STREAMS=15
        ClassKind: INSTANCE=0, OBJECT_ARRAY=1, PRIMITIVE_ARRAY=2
        ClassRole: BOOT=0, PLATFORM=1, APP=2
        ContainerKind: JAR=0, DIRECTORY=1, ABSENT=2
        ExternalKind: ADDRESS=0, NUMBER=1, ROUTINE=2, STUB=3, CALL_SITE=4, COUNTDOWN=5,
            DATA=6
        FactKind: EQUAL_1=0, EQUAL_4=1, EQUAL_8=2, SUPERSET_8=3, AT_LEAST_1=4, AT_LEAST_4=5,
            AT_LEAST_8=6, GENERATED_8=7
        FactPhase: START=0, CONFIGURED=1
        ObjectKind: STRING=0, CLASS_MIRROR=1, PRIMITIVE_MIRROR=2, RESOLVED_REFERENCES=3
        RecordKind: STUB=0, METHOD=1, PORTABLE_METHOD=2
        RelocationKind: STREAM_KLASS=0, STREAM_METHOD=1, STREAM_EXTERNAL=2, CODE_EXTERNAL=3
      """;

  private static final String VM_FIELDS =
      """
        VmField: LOADER_DATA=0, CLASS_LOADER_DATA_KLASSES=1, KLASS_LAYOUT_HELPER=2,
            KLASS_NAME=3, KLASS_JAVA_MIRROR=4, KLASS_NEXT_LINK=5, KLASS_CLASS_LOADER_DATA=6,
            KLASS_VTABLE_LENGTH=7, INSTANCE_KLASS_CONSTANTS=8, INSTANCE_KLASS_METHODS=9,
            INSTANCE_KLASS_ITABLE_LENGTH=10, INSTANCE_KLASS_INIT_STATE=11, STATE_LINKED=12,
            STATE_FULLY_INITIALIZED=13, CONSTANT_POOL_LENGTH=14, CONSTANT_POOL_CACHE=15,
            CONSTANT_POOL_CACHE_RESOLVED_REFERENCES=16,
            CONSTANT_POOL_CACHE_RESOLVED_INDY_ENTRIES=17, ARRAY_OF_INDY_ENTRIES_DATA=18,
            INDY_ENTRY_BYTES=19, INDY_ENTRY_RESOLVED_REFERENCES_INDEX=20,
            CONSTANT_POOL_CACHE_RESOLVED_METHOD_ENTRIES=21, ARRAY_OF_METHOD_ENTRIES_DATA=22,
            METHOD_ENTRY_BYTES=23, METHOD_ENTRY_RESOLVED_REFERENCES_INDEX=24,
            CONST_METHOD_BYTECODE=25, OBJECT_ARRAY_BASE=26, REFERENCE_BYTES=27,
            ARRAY_OF_METHODS_DATA=28, METHOD_CONST_METHOD=29, METHOD_CODE=30,
            CONST_METHOD_CODE_SIZE=31, CONST_METHOD_NAME_INDEX=32, CONST_METHOD_SIGNATURE_INDEX=33,
            SYMBOL_LENGTH=34, SYMBOL_BODY=35, MIRROR_KLASS=36, NMETHOD_COMP_LEVEL=37,
            KLASS_SUPER=38, KLASS_ACCESS_FLAGS=39, INSTANCE_KLASS_LOCAL_INTERFACES=40,
            INSTANCE_KLASS_FIELD_INFO_STREAM=41, ARRAY_OF_KLASSES_DATA=42, ARRAY_OF_BYTES_DATA=43,
            ARRAY_OF_SHORTS_DATA=44, ARRAY_OF_INTS_DATA=45, CONSTANT_POOL_BYTES=46,
            CONSTANT_POOL_TAGS=47, CONSTANT_POOL_BOOTSTRAP_METHODS=48,
            CONSTANT_POOL_BOOTSTRAP_OFFSETS=49, CONSTANT_POOL_CACHE_REFERENCE_MAP=50,
            CONSTANT_POOL_CACHE_RESOLVED_FIELD_ENTRIES=51, ARRAY_OF_FIELD_ENTRIES_DATA=52,
            FIELD_ENTRY_BYTES=53, FIELD_ENTRY_POOL_INDEX=54, METHOD_ENTRY_POOL_INDEX=55,
            INDY_ENTRY_POOL_INDEX=56, METHOD_ACCESS_FLAGS=57, CONST_METHOD_FLAGS=58,
            CONST_METHOD_SIZE=59, CONST_METHOD_MAX_STACK=60, FILE_MAP_INFO_HEADER=61,
            FILE_MAP_HEADER_REGIONS=62, FILE_MAP_REGION_BYTES=63, FILE_MAP_REGION_USED=64,
            FILE_MAP_REGION_MAPPED_BASE=65, LIBJVM_FIRST_VIRTUAL=66, LIBJVM_BUILD_ID=67,
            LIBJVM_SHARED_BASE=68, LIBJVM_SHARED_TOP=69, LIBJVM_ARCHIVE=70,
            LIBJVM_CODE_CACHE_LOW=71, LIBJVM_CODE_CACHE_HIGH=72, LIBJVM_CODE_HEAPS=73,
            GROWABLE_ARRAY_LENGTH=74, GROWABLE_ARRAY_DATA=75, CODE_HEAP_MEMORY=76,
            CODE_HEAP_SEGMENT_MAP=77, CODE_HEAP_SEGMENT_SHIFT=78, VIRTUAL_SPACE_LOW=79,
            VIRTUAL_SPACE_END=80, VIRTUAL_SPACE_HIGH=81
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

  @Test
  void numbersOfKindsStayAsTheyAre() {
    assertLines(
        ENUMS,
        Stream.concat(
            Stream.of(names(Table.values(), Table::number)),
            Stream.of(
                    ClassKind.values(),
                    ClassRole.values(),
                    ContainerKind.values(),
                    ExternalKind.values(),
                    FactKind.values(),
                    FactPhase.values(),
                    ObjectKind.values(),
                    RecordKind.values(),
                    RelocationKind.values())
                .map(constants -> names(constants, Numbered::number))));
  }

  @Test
  void numbersAboutTheVmStayInOrder() {
    assertLines(VM_FIELDS, Stream.of(names(VmField.values(), VmField::number)));
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

  private static <T> String names(T[] constants, ToIntFunction<T> number) {
    return constants.getClass().getComponentType().getSimpleName()
        + ": "
        + Arrays.stream(constants)
            .map(constant -> constant + "=" + number.applyAsInt(constant))
            .collect(Collectors.joining(", "));
  }
}
