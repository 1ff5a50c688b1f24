// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import static dev.preheat.format.image.Damage.when;

import dev.preheat.format.image.layout.ImageLayout.ExternalLayout;
import dev.preheat.format.image.layout.ImageLayout.ObjectEntry;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.RelocationLayout;
import dev.preheat.format.image.layout.ImageLayout.VariantLayout;
import dev.preheat.format.image.layout.Table;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each thing that the reader checks about records and what they name, with its
 * message. The sample image has objects "", "hello", int[], void, Main; externals address, word,
 * stub, stub, call site; records stub, run, stub, run.
 */
class DamagedRecordTest {

  private static final int STUB = 0;
  private static final int RUN = 1;
  private static final int CALL_SITE = 4;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"constants", "records", "relocations"})
  void isRefused(String why, Damage damage) {
    damage.assertRefused(why);
  }

  static Stream<Arguments> constants() {
    return Stream.of(
        when("OBJECTS[0]: kind 4 does not exist", Table.OBJECTS, 0, ObjectEntry.KIND, 4),
        when("OBJECTS[2]: names entry 4 of 4 in CLASSES", Table.OBJECTS, 2, ObjectEntry.FIRST, 4),
        when("OBJECTS[2]: an unused field is not zero", Table.OBJECTS, 2, ObjectEntry.SECOND, 4),
        when(
            "OBJECTS[3]: no primitive type has descriptor 4c",
            Table.OBJECTS,
            3,
            ObjectEntry.FIRST,
            'L'),
        when("OBJECTS[4]: an array has no constant pool", Table.OBJECTS, 4, ObjectEntry.FIRST, 0),
        when("OBJECTS[1]: is out of order or there twice", Table.OBJECTS, 1, ObjectEntry.SECOND, 0),
        when(
            "EXTERNALS[0]: a size or an offset of -1",
            image -> image.putLong(Table.EXTERNALS, 0, ExternalLayout.OFFSET, -1)),
        when("EXTERNALS[0]: kind 7 does not exist", Table.EXTERNALS, 0, ExternalLayout.KIND, 7),
        when(
            "EXTERNALS[0]: a countdown has neither record nor offset, and that name",
            Table.EXTERNALS,
            0,
            ExternalLayout.KIND,
            5),
        when(
            "EXTERNALS[0]: only a stub has a record", Table.EXTERNALS, 0, ExternalLayout.RECORD, 0),
        when(
            "EXTERNALS[3]: is out of order or there twice",
            Table.EXTERNALS,
            3,
            ExternalLayout.RECORD,
            STUB),
        when(
            "EXTERNALS[2]: record 1 is not the stub exception handler",
            Table.EXTERNALS,
            2,
            ExternalLayout.RECORD,
            RUN),
        when(
            "EXTERNALS[2]: names entry 4 of 4 in RECORDS",
            Table.EXTERNALS,
            2,
            ExternalLayout.RECORD,
            4),
        when("EXTERNALS[2]: a stub has no offset", Table.EXTERNALS, 2, ExternalLayout.OFFSET, 8),
        when(
            "EXTERNALS[4]: no call site can be at 65533 of its method",
            Table.EXTERNALS,
            CALL_SITE,
            ExternalLayout.OFFSET,
            65533),
        when(
            "EXTERNALS[4]: names entry 3 of 3 in METHODS",
            Table.EXTERNALS,
            CALL_SITE,
            ExternalLayout.RECORD,
            3),
        when(
            "EXTERNALS[4]: an unused field is not zero",
            Table.EXTERNALS,
            CALL_SITE,
            ExternalLayout.NAME_LENGTH,
            1));
  }

  static Stream<Arguments> records() {
    return Stream.concat(fieldsOfRecords(), listsOfRecords());
  }

  private static Stream<Arguments> fieldsOfRecords() {
    return Stream.of(
        when("RECORDS[1]: kind 3 does not exist", Table.RECORDS, RUN, RecordLayout.KIND, 3),
        when("RECORDS[0]: a stub is no method", Table.RECORDS, STUB, RecordLayout.METHOD, 0),
        when(
            "RECORDS[1]: names entry 4294967295 of 3 in METHODS",
            Table.RECORDS,
            RUN,
            RecordLayout.METHOD,
            -1),
        when(
            "RECORDS[1]: an unused field is not zero",
            Table.RECORDS,
            RUN,
            RecordLayout.NAME_OFFSET,
            1),
        when(
            "RECORDS[1]: STREAMS from 23, length 41, does not start at 24 or ends after 157",
            Table.RECORDS,
            RUN,
            RecordLayout.STREAM_OFFSET,
            23),
        when(
            "RECORDS[1]: STREAMS from 24, length 4294967295, does not start at 24 or ends after 157",
            Table.RECORDS,
            RUN,
            RecordLayout.STREAM_SIZE,
            -1),
        when(
            "RECORDS[1]: the padding before its part of STREAMS is not zero",
            image -> image.bytes().put(image.offset(Table.STREAMS) + 24 + 41, (byte) 1)),
        when(
            "RECORDS[1]: the code from 33, length 40, does not start at 32 or ends after 137",
            Table.RECORDS,
            RUN,
            RecordLayout.CODE_OFFSET,
            33),
        when("of 16 in LISTS only 15 are used", Table.RECORDS, 3, RecordLayout.INITIALIZED, 0),
        when("of 157 in STREAMS only 156 are used", Table.RECORDS, 3, RecordLayout.DATA_SIZE, 4),
        when(
            "RECORDS[3]: the padding before its part of the code is not zero",
            image -> image.code()[111]++),
        when(
            "RECORDS[1]: data cannot be aligned to 24",
            Table.RECORDS,
            RUN,
            RecordLayout.DATA_ALIGNMENT,
            24),
        when(
            "RECORDS[1]: data cannot be aligned to 256",
            Table.RECORDS,
            RUN,
            RecordLayout.DATA_ALIGNMENT,
            256),
        when(
            "RECORDS[1]: a size or an offset of -1",
            Table.RECORDS,
            RUN,
            RecordLayout.FRAME_SIZE,
            -1),
        when(
            "RECORDS[1]: a size or an offset of -1",
            image -> image.putLong(Table.RECORDS, RUN, RecordLayout.WEIGHT, -1)));
  }

  private static Stream<Arguments> listsOfRecords() {
    return Stream.of(
        when(
            "RECORDS[1]: LISTS from 1, length 5, does not start at 0 or ends after 16",
            Table.RECORDS,
            RUN,
            RecordLayout.FIRST_OBJECT,
            1),
        when(
            "RECORDS[1]: LISTS from 0, length 17, does not start at 0 or ends after 16",
            Table.RECORDS,
            RUN,
            RecordLayout.OBJECTS,
            17),
        when("LISTS[4]: names entry 5 of 5 in OBJECTS", Table.LISTS, 4, 0, 5),
        when("LISTS[5]: names entry 4 of 4 in CLASSES", Table.LISTS, 5, 0, 4),
        when("LISTS[6]: is out of order or there twice", Table.LISTS, 6, 0, 2),
        when("RECORDS[1]: an array needs no initialisation", Table.LISTS, 7, 0, 0),
        when(
            "VARIANTS[0]: RECORDS from 1, length 2, does not start at 0 or ends after 4",
            Table.VARIANTS,
            0,
            VariantLayout.FIRST_RECORD,
            1),
        when(
            "VARIANTS[1]: FACTS from 1, length 0, does not start at 2 or ends after 2",
            Table.VARIANTS,
            1,
            VariantLayout.FIRST_FACT,
            1),
        when("VARIANTS[0]: no name", Table.VARIANTS, 0, VariantLayout.NAME_LENGTH, 0));
  }

  static Stream<Arguments> relocations() {
    return Stream.concat(placesOfRelocations(), targetsOfRelocations());
  }

  private static Stream<Arguments> placesOfRelocations() {
    return Stream.of(
        when(
            "RELOCATIONS[2]: patches at 34 of 41 bytes",
            Table.RELOCATIONS,
            2,
            RelocationLayout.OFFSET,
            34),
        when(
            "RELOCATIONS[2]: patches at 4294967295 of 41 bytes",
            Table.RELOCATIONS,
            2,
            RelocationLayout.OFFSET,
            -1),
        when(
            "RELOCATIONS[5]: patches at 33 of 40 bytes",
            Table.RELOCATIONS,
            5,
            RelocationLayout.OFFSET,
            33),
        when(
            "RELOCATIONS[3]: patches at 7, where another one does",
            Table.RELOCATIONS,
            3,
            RelocationLayout.OFFSET,
            7),
        when(
            "RELOCATIONS[4]: patches at 1, where another one does",
            Table.RELOCATIONS,
            4,
            RelocationLayout.OFFSET,
            1));
  }

  private static Stream<Arguments> targetsOfRelocations() {
    return Stream.of(
        when(
            "RELOCATIONS[2]: kind 4 does not exist",
            Table.RELOCATIONS,
            2,
            RelocationLayout.KIND_AND_INDEX,
            4 << RelocationLayout.KIND_SHIFT),
        when(
            "RELOCATIONS[2]: names entry 4 of 4 in CLASSES",
            Table.RELOCATIONS,
            2,
            RelocationLayout.KIND_AND_INDEX,
            4),
        when(
            "RELOCATIONS[3]: names entry 16777215 of 3 in METHODS",
            Table.RELOCATIONS,
            3,
            RelocationLayout.KIND_AND_INDEX,
            1 << RelocationLayout.KIND_SHIFT | RelocationLayout.INDEX_MASK),
        when(
            "RELOCATIONS[4]: names entry 5 of 5 in EXTERNALS",
            Table.RELOCATIONS,
            4,
            RelocationLayout.KIND_AND_INDEX,
            2 << RelocationLayout.KIND_SHIFT | 5),
        when(
            "RELOCATIONS[4]: the stub exception handler is not installed before record 1 that"
                + " needs it",
            Table.RELOCATIONS,
            4,
            RelocationLayout.KIND_AND_INDEX,
            2 << RelocationLayout.KIND_SHIFT | 3),
        when(
            "RELOCATIONS[0]: the stub exception handler is not installed before record 0 that"
                + " needs it",
            Table.RELOCATIONS,
            0,
            RelocationLayout.KIND_AND_INDEX,
            2 << RelocationLayout.KIND_SHIFT | 2),
        when(
            "RELOCATIONS[10]: the stub exception handler is not installed before record 3 that"
                + " needs it",
            Table.RELOCATIONS,
            10,
            RelocationLayout.KIND_AND_INDEX,
            2 << RelocationLayout.KIND_SHIFT | 2));
  }
}
