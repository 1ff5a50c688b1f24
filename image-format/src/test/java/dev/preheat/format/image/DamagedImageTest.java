// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import static dev.preheat.format.image.Damage.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.ContainerLayout;
import dev.preheat.format.image.layout.ImageLayout.FactLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.MethodEntry;
import dev.preheat.format.image.layout.ImageLayout.Property;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.hotspot.VmField;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each thing that the reader checks about the file, symbols and the class path, with
 * its message. The sample image has classes int[], String[], String, Main; methods hashCode,
 * length, run.
 */
class DamagedImageTest {

  private static final int MAIN = 3;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"headers", "symbols", "methods", "otherTables"})
  void isRefused(String why, Damage damage) {
    damage.assertRefused(why);
  }

  @Test
  void anImageWithoutDamageIsRead() throws Exception {
    assertEquals(SampleImage.model(), new RawImage(SampleImage.model()).read());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "VM_LAYOUT, 3, it does not have {} numbers about the VM",
    "DIGESTS, 3, it does not have one digest for each class",
    "DIGESTS, 5, it does not have one digest for each class",
    "CLASS_INDEX, 8, its class index does not have 16 slots",
    "CLASS_INDEX, 17, its class index does not have 16 slots",
    "CLASSES, 3, it does not have one digest for each class",
    "FACTS, 3, of 3 in FACTS only 2 are used",
    "RECORDS, 5, of 5 in RECORDS only 4 are used",
    "RELOCATIONS, 13, of 13 in RELOCATIONS only 12 are used",
    "STREAMS, 158, of 158 in STREAMS only 157 are used",
  })
  void aTableOfAnotherSizeIsRefused(Table table, int count, String why) {
    RawImage image = new RawImage(SampleImage.model());

    Damage.assertRefused(
        why.replace("{}", String.valueOf(VmField.values().length)), image.resized(table, count));
  }

  @ParameterizedTest
  @EnumSource
  void aTableOfTheSameSizeIsNotRefused(Table table) throws Exception {
    RawImage image = new RawImage(SampleImage.model());

    assertEquals(SampleImage.model(), image.resized(table, image.count(table)).read());
  }

  @Test
  void anotherMagicIsNoImage() {
    RawImage image = new RawImage(SampleImage.model());
    image.bytes().put(0, (byte) 'Q');

    assertMessage(
        "app.so: not an image: there is no image header at offset 4096."
            + " Give the shared library that mvn package -Pnative writes.",
        image);
  }

  @Test
  void anotherVersionIsNamed() {
    RawImage image = new RawImage(SampleImage.model());
    image.bytes().putInt(Header.VERSION, ImageLayout.VERSION + 1);

    assertMessage(
        "app.so: the image has format version 4, this version of Preheat reads 3. Use the same"
            + " version of Preheat for both, or build the image again (mvn package -Pnative).",
        image);
  }

  @Test
  void aWrongChecksumIsNoticed() {
    RawImage image = new RawImage(SampleImage.model());
    image.code()[0]++;

    Exception e = assertThrows(ImageFormatException.class, image::readAsIs);

    assertEquals(
        "app.so: the image is damaged: its checksum does not match."
            + " Build it again (mvn package -Pnative) and copy it as a binary file.",
        e.getMessage());
  }

  private static void assertMessage(String message, RawImage image) {
    assertEquals(message, assertThrows(ImageFormatException.class, image::read).getMessage());
  }

  static Stream<Arguments> headers() {
    int size = new RawImage(SampleImage.model()).region().length;
    int code = new RawImage(SampleImage.model()).code().length;
    return Stream.of(
        when("its header has 168 bytes, not 176", image -> image.bytes().putInt(Header.SIZE, 168)),
        when(
            "its tables have " + size + " bytes, its header says " + (size + 1),
            image -> image.bytes().putLong(Header.REGION_SIZE, size + 1)),
        when(
            "its code has " + code + " bytes, its header says -1",
            image -> image.bytes().putLong(Header.CODE_SIZE, -1)),
        when(
            "its code cannot lie at offset 4096",
            image -> image.bytes().putLong(Header.CODE_FILE_OFFSET, 4096)),
        when(
            "its code cannot lie at offset 12289",
            image -> image.bytes().putLong(Header.CODE_FILE_OFFSET, 12289)),
        when(
            "its code cannot lie at offset -4096",
            image -> image.bytes().putLong(Header.CODE_FILE_OFFSET, -4096)),
        when(
            "table STRINGS starts at 168 instead of 176",
            image -> image.bytes().putInt(RawImage.directory(Table.STRINGS), 168)),
        when(
            "table STRINGS with 4294967295 entries does not fit",
            image -> image.bytes().putInt(RawImage.directory(Table.STRINGS) + 4, -1)),
        when(
            "the padding after table STRINGS is not zero",
            image -> image.bytes().put(image.offset(Table.PROPERTIES) - 1, (byte) 1)),
        when(
            "its tables end at " + (size - 8) + " of " + size + " bytes",
            image -> {
              int count = RawImage.directory(Table.STREAMS) + 4;
              image.bytes().putInt(count, image.bytes().getInt(count) - 8);
            }));
  }

  static Stream<Arguments> symbols() {
    return Stream.of(
        when(
            "CLASSES[3]: kind 3 does not exist",
            image -> image.putByte(Table.CLASSES, MAIN, ClassEntry.ROLE, 3)),
        when(
            "CLASSES[3]: kind 255 does not exist",
            image -> image.putByte(Table.CLASSES, MAIN, ClassEntry.KIND, 255)),
        when(
            "CLASSES[3]: its kind is not that of demo/Main",
            image -> image.putByte(Table.CLASSES, MAIN, ClassEntry.KIND, 1)),
        when(
            "CLASSES[3]: the hash of its name does not match",
            image -> image.putLong(Table.CLASSES, MAIN, ClassEntry.NAME_HASH, 1)),
        when("CLASSES[3]: no name", Table.CLASSES, MAIN, ClassEntry.NAME_LENGTH, 0),
        when(
            "the text at 2147483647 of length 9 is not within the table",
            Table.CLASSES,
            MAIN,
            ClassEntry.NAME_OFFSET,
            Integer.MAX_VALUE),
        when(
            "CLASSES[1]: no class has the name [[java/lang/String;",
            image -> {
              int at = image.get(Table.CLASSES, 1, ClassEntry.NAME_OFFSET);
              image.bytes().put(image.offset(Table.STRINGS) + at + 1, (byte) '[');
            }),
        when(
            "CLASSES[2]: is out of order or there twice",
            image -> image.putByte(Table.CLASSES, 1, ClassEntry.ROLE, ClassRole.APP.number())),
        when(
            "CLASSES[3]: names entry 2 of 2 in CONTAINERS",
            image -> image.bytes().putShort(field(image, ClassEntry.CONTAINER), (short) 2)),
        when(
            "CLASSES[1]: its element is not that of [Ljava/lang/String;",
            Table.CLASSES,
            1,
            ClassEntry.ELEMENT,
            MAIN),
        when(
            "CLASSES[1]: names entry 4294967295 of 4 in CLASSES",
            Table.CLASSES,
            1,
            ClassEntry.ELEMENT,
            -1),
        when(
            "CLASSES[0]: its element is not that of [I", Table.CLASSES, 0, ClassEntry.ELEMENT, 'J'),
        when(
            "CLASSES[3]: its element is not that of demo/Main",
            Table.CLASSES,
            MAIN,
            ClassEntry.ELEMENT,
            0),
        when("CLASS_INDEX[0]: holds 7 instead of " + classAt0(), Table.CLASS_INDEX, 0, 0, 7));
  }

  private static int field(RawImage image, int field) {
    return image.field(Table.CLASSES, MAIN, field);
  }

  private static int classAt0() {
    return new RawImage(SampleImage.model()).get(Table.CLASS_INDEX, 0, 0);
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        when(
            "CLASSES[3]: METHODS from 1, length 1, does not start at 2 or ends after 3",
            Table.CLASSES,
            MAIN,
            ClassEntry.FIRST_METHOD,
            1),
        when(
            "CLASSES[3]: METHODS from 2, length 4294967295, does not start at 2 or ends after 3",
            Table.CLASSES,
            MAIN,
            ClassEntry.METHODS,
            -1),
        when("CLASSES[3]: an unused field is not zero", Table.CLASSES, MAIN, ClassEntry.METHODS, 0),
        when("CLASSES[0]: an array has no methods", Table.CLASSES, 0, ClassEntry.METHODS, 1),
        when(
            "of 3 in METHODS only 2 are used",
            image -> {
              image.put(Table.CLASSES, MAIN, ClassEntry.METHODS, 0);
              image.put(Table.CLASSES, MAIN, ClassEntry.FIRST_METHOD, 0);
            }),
        when(
            "METHODS[2]: is not among the methods of its class",
            Table.METHODS,
            2,
            MethodEntry.CLASS,
            2),
        when(
            "METHODS[1]: its key is out of order or there twice",
            Table.METHODS,
            1,
            MethodEntry.KEY,
            0x00050006),
        when(
            "METHODS[1]: its padding is not zero",
            image -> image.putByte(Table.METHODS, 1, MethodEntry.PADDING, 1)),
        when("METHODS[1]: no name", Table.METHODS, 1, MethodEntry.NAME_LENGTH, 0),
        when(
            "METHODS[2]: no method has the descriptor run",
            image -> {
              image.put(
                  Table.METHODS,
                  2,
                  MethodEntry.DESCRIPTOR_OFFSET,
                  image.get(Table.METHODS, 2, MethodEntry.NAME_OFFSET));
              image.put(Table.METHODS, 2, MethodEntry.DESCRIPTOR_LENGTH, 3);
            }),
        when(
            "a method is there twice",
            image ->
                image
                    .bytes()
                    .putLong(
                        image.field(Table.METHODS, 1, MethodEntry.NAME_OFFSET),
                        image
                            .bytes()
                            .getLong(image.field(Table.METHODS, 0, MethodEntry.NAME_OFFSET)))));
  }

  static Stream<Arguments> otherTables() {
    int strings = new RawImage(SampleImage.model()).count(Table.STRINGS);
    return Stream.of(
        when(
            "PROPERTIES[1]: is out of order or there twice",
            image ->
                image
                    .bytes()
                    .putLong(
                        image.field(Table.PROPERTIES, 1, Property.NAME_OFFSET),
                        image
                            .bytes()
                            .getLong(image.field(Table.PROPERTIES, 0, Property.NAME_OFFSET)))),
        when(
            "of " + strings + " bytes of text only " + (strings - 5) + " are used",
            Table.PROPERTIES,
            1,
            Property.VALUE_LENGTH,
            0),
        when(
            "the text at 27 of length 7 overlaps another",
            Table.PROPERTIES,
            0,
            Property.VALUE_LENGTH,
            13),
        when(
            "the text at 14 of length 12 overlaps another",
            Table.PROPERTIES,
            0,
            Property.VALUE_OFFSET,
            14),
        when(
            "the text at 0 of length 14 overlaps another",
            image -> {
              image.put(Table.PROPERTIES, 1, Property.VALUE_OFFSET, 0);
              image.put(Table.PROPERTIES, 1, Property.VALUE_LENGTH, 14);
            }),
        when(
            "the text at 0 of length 15 is not UTF-8",
            image -> image.bytes().put(image.offset(Table.STRINGS), (byte) 0xFF)),
        when("FACTS[1]: kind 8 does not exist", Table.FACTS, 1, FactLayout.KIND, 8),
        when("FACTS[1]: kind 2 does not exist", Table.FACTS, 1, FactLayout.PHASE, 2),
        when(
            "FACTS[1]: a size or an offset of -1",
            image -> image.putLong(Table.FACTS, 1, FactLayout.OFFSET, -1)),
        when(
            "CONTAINERS[1]: names entry 1 of 1 in CONTAINERS",
            Table.CONTAINERS,
            1,
            ContainerLayout.PARENT,
            1),
        when("CONTAINERS[0]: kind 3 does not exist", Table.CONTAINERS, 0, ContainerLayout.KIND, 3),
        when(
            "CONTAINERS[0]: a size or an offset of -1",
            image -> image.putLong(Table.CONTAINERS, 0, ContainerLayout.SIZE, -1)));
  }
}
