// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.ContainerLayout;
import dev.preheat.format.image.layout.ImageLayout.ExternalLayout;
import dev.preheat.format.image.layout.ImageLayout.FactLayout;
import dev.preheat.format.image.layout.ImageLayout.MethodEntry;
import dev.preheat.format.image.layout.ImageLayout.ObjectEntry;
import dev.preheat.format.image.layout.ImageLayout.Property;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.RelocationLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.layout.ImageLayout.VariantLayout;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.loader.image.LoadedImage;

/**
 * Tells a damaged image from a bug of the loader. The loader leaves it to the bounds of its arrays
 * to stop what a damaged image leads to, and the exception does not say whose fault it is. So when
 * there is one, every offset and index that the loader uses is looked at here; where all are right,
 * the loader is wrong.
 */
public final class ImageCheck {

  private static final int MAXIMUM_DIMENSIONS = 255;
  private static final String PRIMITIVES = "ZBCSIJFD";

  private final LoadedImage image;
  private final Libjvm libjvm;
  private final int[] words;

  /** The place that is looked at. */
  private int table;

  private int entry;

  private ImageCheck(LoadedImage image, Libjvm libjvm) {
    this.image = image;
    this.libjvm = libjvm;
    words = image.words;
  }

  /**
   * Looks through the tables that records refer to.
   *
   * @param libjvm null while it is not known
   * @return what is damaged, null for nothing
   */
  public static String damage(LoadedImage image, Libjvm libjvm) {
    ImageCheck check = new ImageCheck(image, libjvm);
    return check.areTablesRight() ? null : check.place();
  }

  /**
   * Looks at a record and all that it may refer to.
   *
   * @return what is damaged, null for nothing
   */
  public static String damage(LoadedImage image, Libjvm libjvm, int record) {
    ImageCheck check = new ImageCheck(image, libjvm);
    check.table = TableNumber.RECORDS;
    check.entry = record;
    return check.isRecordRight(record) ? damage(image, libjvm) : check.place();
  }

  private String place() {
    return "entry " + entry + " of table " + table + " refers to what is not there";
  }

  private boolean areTablesRight() {
    table = TableNumber.CLASS_INDEX;
    int slots = image.count(table);
    if (Integer.bitCount(slots) != 1 || slots <= image.count(TableNumber.CLASSES)) {
      return false;
    }
    for (table = 0; table < TableNumber.COUNT; table++) {
      int at = image.start(table);
      int bytes = LoadedImage.entryBytes()[table];
      int entries = bytes < Integer.BYTES ? 0 : image.count(table);
      for (entry = 0; entry < entries; entry++, at += bytes >> 2) {
        if (!isRight(at)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isRight(int at) {
    return switch (table) {
      case TableNumber.PROPERTIES ->
          isText(at + (Property.NAME_OFFSET >> 2)) && isText(at + (Property.VALUE_OFFSET >> 2));
      case TableNumber.FACTS ->
          isKind(at + (FactLayout.KIND >> 2), KindNumber.FACT_KINDS)
              && isText(at + (FactLayout.NAME_OFFSET >> 2));
      case TableNumber.CONTAINERS ->
          isKind(at + (ContainerLayout.KIND >> 2), KindNumber.CONTAINER_KINDS)
              && words[at + (ContainerLayout.PARENT >> 2)] < entry
              && words[at + (ContainerLayout.PARENT >> 2)] >= ImageLayout.NONE
              && isText(at + (ContainerLayout.NAME_OFFSET >> 2));
      case TableNumber.CLASSES -> isClass(at);
      case TableNumber.CLASS_INDEX ->
          words[at] >= 0 && words[at] <= image.count(TableNumber.CLASSES);
      case TableNumber.METHODS ->
          isInstance(words[at + (MethodEntry.CLASS >> 2)])
              && isText(at + (MethodEntry.NAME_OFFSET >> 2))
              && isText(at + (MethodEntry.DESCRIPTOR_OFFSET >> 2));
      case TableNumber.OBJECTS -> isObject(at);
      case TableNumber.EXTERNALS -> isExternal(at);
      case TableNumber.VARIANTS ->
          isRange(at + (VariantLayout.FIRST_FACT >> 2), TableNumber.FACTS)
              && isRange(at + (VariantLayout.FIRST_RECORD >> 2), TableNumber.RECORDS)
              && isText(at + (VariantLayout.NAME_OFFSET >> 2));
      default -> true;
    };
  }

  private boolean isClass(int at) {
    int kind = kind(at);
    return isText(at + (ClassEntry.NAME_OFFSET >> 2))
        && (words[at + (ClassEntry.ROLE >> 2)] & 0xFF) < KindNumber.ROLES
        && (kind == KindNumber.CLASS_INSTANCE
            ? isRange(at + (ClassEntry.FIRST_METHOD >> 2), TableNumber.METHODS)
            : isArray(at));
  }

  /** Whether an array's components lead to an instance class or to a primitive type. */
  private boolean isArray(int array) {
    int at = array;
    for (int dimension = 0; dimension < MAXIMUM_DIMENSIONS; dimension++) {
      int kind = kind(at);
      int element = words[at + (ClassEntry.ELEMENT >> 2)];
      if (kind == KindNumber.CLASS_PRIMITIVE_ARRAY) {
        return PRIMITIVES.indexOf(element) >= 0;
      }
      if (kind != KindNumber.CLASS_OBJECT_ARRAY || !isIndex(element, TableNumber.CLASSES)) {
        return kind == KindNumber.CLASS_INSTANCE;
      }
      at = classAt(element);
    }
    return kind(at) == KindNumber.CLASS_INSTANCE;
  }

  private boolean isObject(int at) {
    int a = words[at + (ObjectEntry.FIRST >> 2)];
    return switch (words[at + (ObjectEntry.KIND >> 2)]) {
      case KindNumber.OBJECT_STRING -> isText(at + (ObjectEntry.FIRST >> 2));
      case KindNumber.OBJECT_CLASS_MIRROR -> isIndex(a, TableNumber.CLASSES);
      case KindNumber.OBJECT_PRIMITIVE_MIRROR -> a == 'V' || PRIMITIVES.indexOf(a) >= 0;
      case KindNumber.OBJECT_RESOLVED_REFERENCES -> isInstance(a);
      default -> false;
    };
  }

  private boolean isExternal(int at) {
    int target = words[at + (ExternalLayout.RECORD >> 2)];
    return isText(at + (ExternalLayout.NAME_OFFSET >> 2))
        && switch (words[at + (ExternalLayout.KIND >> 2)]) {
          case KindNumber.EXTERNAL_ADDRESS,
              KindNumber.EXTERNAL_NUMBER,
              KindNumber.EXTERNAL_DATA,
              KindNumber.EXTERNAL_ROUTINE ->
              libjvm == null || libjvm.contains(image.u8(at), Long.BYTES);
          case KindNumber.EXTERNAL_COUNTDOWN -> true;
          case KindNumber.EXTERNAL_STUB -> isIndex(target, TableNumber.RECORDS);
          case KindNumber.EXTERNAL_CALL_SITE -> isIndex(target, TableNumber.METHODS);
          default -> false;
        };
  }

  private boolean isRecordRight(int record) {
    int at = image.start(TableNumber.RECORDS) + record * (RecordLayout.BYTES >> 2);
    boolean isStub = words[at + (RecordLayout.KIND >> 2)] == KindNumber.RECORD_STUB;
    return isKind(at + (RecordLayout.KIND >> 2), KindNumber.RECORD_KINDS)
        && isText(at + (RecordLayout.NAME_OFFSET >> 2))
        && (isStub || isIndex(words[at + (RecordLayout.METHOD >> 2)], TableNumber.METHODS))
        && isRange(at + (RecordLayout.STREAM_OFFSET >> 2), TableNumber.STREAMS)
        && isRange(at + (RecordLayout.DATA_OFFSET >> 2), TableNumber.STREAMS)
        && image.hasCode(
            words[at + (RecordLayout.CODE_OFFSET >> 2)], words[at + (RecordLayout.CODE_SIZE >> 2)])
        && isList(at + (RecordLayout.FIRST_OBJECT >> 2), TableNumber.OBJECTS)
        && isList(at + (RecordLayout.FIRST_DEPENDENCY >> 2), TableNumber.CLASSES)
        && isListOfInstances(at + (RecordLayout.FIRST_INITIALIZED >> 2))
        && areRelocationsRight(at);
  }

  private boolean areRelocationsRight(int record) {
    if (!isRange(record + (RecordLayout.FIRST_RELOCATION >> 2), TableNumber.RELOCATIONS)) {
      return false;
    }
    int streamBytes = words[record + (RecordLayout.STREAM_SIZE >> 2)];
    int codeBytes = words[record + (RecordLayout.CODE_SIZE >> 2)];
    int at =
        image.start(TableNumber.RELOCATIONS)
            + words[record + (RecordLayout.FIRST_RELOCATION >> 2)] * (RelocationLayout.BYTES >> 2);
    for (int i = words[record + (RecordLayout.RELOCATIONS >> 2)]; i > 0; i--, at += 2) {
      int kind = words[at + 1] >>> RelocationLayout.KIND_SHIFT;
      int index = words[at + 1] & RelocationLayout.INDEX_MASK;
      int size = kind == KindNumber.RELOCATE_CODE_EXTERNAL ? codeBytes : streamBytes;
      boolean isThere =
          switch (kind) {
            case KindNumber.RELOCATE_STREAM_KLASS -> isIndex(index, TableNumber.CLASSES);
            case KindNumber.RELOCATE_STREAM_METHOD -> isIndex(index, TableNumber.METHODS);
            case KindNumber.RELOCATE_STREAM_EXTERNAL, KindNumber.RELOCATE_CODE_EXTERNAL ->
                isIndex(index, TableNumber.EXTERNALS);
            default -> false;
          };
      if (!isThere || words[at] < 0 || words[at] > size - Long.BYTES) {
        return false;
      }
    }
    return true;
  }

  /** Whether a list is within the table of lists, and all that it has within another table. */
  private boolean isList(int range, int of) {
    if (!isRange(range, TableNumber.LISTS)) {
      return false;
    }
    int first = image.start(TableNumber.LISTS) + words[range];
    for (int i = words[range + 1] - 1; i >= 0; i--) {
      if (!isIndex(words[first + i], of)) {
        return false;
      }
    }
    return true;
  }

  private boolean isListOfInstances(int range) {
    if (!isList(range, TableNumber.CLASSES)) {
      return false;
    }
    int first = image.start(TableNumber.LISTS) + words[range];
    for (int i = words[range + 1] - 1; i >= 0; i--) {
      if (!isInstance(words[first + i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isInstance(int type) {
    return isIndex(type, TableNumber.CLASSES) && kind(classAt(type)) == KindNumber.CLASS_INSTANCE;
  }

  private int classAt(int type) {
    return image.start(TableNumber.CLASSES) + type * (ClassEntry.BYTES >> 2);
  }

  private int kind(int classEntry) {
    return words[classEntry + (ClassEntry.ROLE >> 2)] >> 8 & 0xFF;
  }

  private boolean isKind(int at, int kinds) {
    return words[at] >= 0 && words[at] < kinds;
  }

  private boolean isText(int at) {
    return isRange(at, TableNumber.STRINGS);
  }

  /** Whether a first index and a number of entries are within a table. */
  private boolean isRange(int at, int of) {
    return words[at] >= 0 && words[at + 1] >= 0 && words[at] <= image.count(of) - words[at + 1];
  }

  private boolean isIndex(int index, int of) {
    return index >= 0 && index < image.count(of);
  }
}
