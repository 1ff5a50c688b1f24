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
import dev.preheat.format.image.layout.ImageLayout.VariantLayout;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.Tables;

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
    check.table = Tables.RECORDS;
    check.entry = record;
    return check.isRecordRight(record) ? damage(image, libjvm) : check.place();
  }

  private String place() {
    return "entry " + entry + " of table " + table + " refers to what is not there";
  }

  private boolean areTablesRight() {
    table = Tables.CLASS_INDEX;
    int slots = image.count(table);
    if (Integer.bitCount(slots) != 1 || slots <= image.count(Tables.CLASSES)) {
      return false;
    }
    for (table = 0; table < Tables.COUNT; table++) {
      int at = image.start(table);
      int bytes = Tables.entryBytes()[table];
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
      case Tables.PROPERTIES ->
          isText(at + (Property.NAME_OFFSET >> 2)) && isText(at + (Property.VALUE_OFFSET >> 2));
      case Tables.FACTS ->
          isKind(at + (FactLayout.KIND >> 2), Tables.FACT_KINDS)
              && isText(at + (FactLayout.NAME_OFFSET >> 2));
      case Tables.CONTAINERS ->
          isKind(at + (ContainerLayout.KIND >> 2), Tables.CONTAINER_KINDS)
              && words[at + (ContainerLayout.PARENT >> 2)] < entry
              && words[at + (ContainerLayout.PARENT >> 2)] >= ImageLayout.NONE
              && isText(at + (ContainerLayout.NAME_OFFSET >> 2));
      case Tables.CLASSES -> isClass(at);
      case Tables.CLASS_INDEX -> words[at] >= 0 && words[at] <= image.count(Tables.CLASSES);
      case Tables.METHODS ->
          isInstance(words[at + (MethodEntry.CLASS >> 2)])
              && isText(at + (MethodEntry.NAME_OFFSET >> 2))
              && isText(at + (MethodEntry.DESCRIPTOR_OFFSET >> 2));
      case Tables.OBJECTS -> isObject(at);
      case Tables.EXTERNALS -> isExternal(at);
      case Tables.VARIANTS ->
          isRange(at + (VariantLayout.FIRST_FACT >> 2), Tables.FACTS)
              && isRange(at + (VariantLayout.FIRST_RECORD >> 2), Tables.RECORDS)
              && isText(at + (VariantLayout.NAME_OFFSET >> 2));
      default -> true;
    };
  }

  private boolean isClass(int at) {
    int kind = kind(at);
    return isText(at + (ClassEntry.NAME_OFFSET >> 2))
        && (words[at + (ClassEntry.ROLE >> 2)] & 0xFF) < Tables.ROLES
        && (kind == Tables.CLASS_INSTANCE
            ? isRange(at + (ClassEntry.FIRST_METHOD >> 2), Tables.METHODS)
            : isArray(at));
  }

  /** Whether an array's components lead to an instance class or to a primitive type. */
  private boolean isArray(int array) {
    int at = array;
    for (int dimension = 0; dimension < MAXIMUM_DIMENSIONS; dimension++) {
      int kind = kind(at);
      int element = words[at + (ClassEntry.ELEMENT >> 2)];
      if (kind == Tables.CLASS_PRIMITIVE_ARRAY) {
        return PRIMITIVES.indexOf(element) >= 0;
      }
      if (kind != Tables.CLASS_OBJECT_ARRAY || !isIndex(element, Tables.CLASSES)) {
        return kind == Tables.CLASS_INSTANCE;
      }
      at = classAt(element);
    }
    return kind(at) == Tables.CLASS_INSTANCE;
  }

  private boolean isObject(int at) {
    int a = words[at + (ObjectEntry.A >> 2)];
    return switch (words[at + (ObjectEntry.KIND >> 2)]) {
      case Tables.OBJECT_STRING -> isText(at + (ObjectEntry.A >> 2));
      case Tables.OBJECT_CLASS_MIRROR -> isIndex(a, Tables.CLASSES);
      case Tables.OBJECT_PRIMITIVE_MIRROR -> a == 'V' || PRIMITIVES.indexOf(a) >= 0;
      case Tables.OBJECT_RESOLVED_REFERENCES -> isInstance(a);
      default -> false;
    };
  }

  private boolean isExternal(int at) {
    int target = words[at + (ExternalLayout.RECORD >> 2)];
    return isText(at + (ExternalLayout.NAME_OFFSET >> 2))
        && switch (words[at + (ExternalLayout.KIND >> 2)]) {
          case Tables.EXTERNAL_ADDRESS, Tables.EXTERNAL_NUMBER, Tables.EXTERNAL_ROUTINE ->
              libjvm == null || libjvm.contains(image.u8(at), Long.BYTES);
          case Tables.EXTERNAL_STUB -> isIndex(target, Tables.RECORDS);
          case Tables.EXTERNAL_CALL_SITE -> isIndex(target, Tables.METHODS);
          default -> false;
        };
  }

  private boolean isRecordRight(int record) {
    int at = image.start(Tables.RECORDS) + record * (RecordLayout.BYTES >> 2);
    boolean isStub = words[at + (RecordLayout.KIND >> 2)] == Tables.RECORD_STUB;
    return isKind(at + (RecordLayout.KIND >> 2), Tables.RECORD_KINDS)
        && isText(at + (RecordLayout.NAME_OFFSET >> 2))
        && (isStub || isIndex(words[at + (RecordLayout.METHOD >> 2)], Tables.METHODS))
        && isRange(at + (RecordLayout.STREAM_OFFSET >> 2), Tables.STREAMS)
        && isRange(at + (RecordLayout.DATA_OFFSET >> 2), Tables.STREAMS)
        && image.hasCode(
            words[at + (RecordLayout.CODE_OFFSET >> 2)], words[at + (RecordLayout.CODE_SIZE >> 2)])
        && isList(at + (RecordLayout.FIRST_OBJECT >> 2), Tables.OBJECTS)
        && isList(at + (RecordLayout.FIRST_DEPENDENCY >> 2), Tables.CLASSES)
        && isListOfInstances(at + (RecordLayout.FIRST_INITIALIZED >> 2))
        && areRelocationsRight(at);
  }

  private boolean areRelocationsRight(int record) {
    if (!isRange(record + (RecordLayout.FIRST_RELOCATION >> 2), Tables.RELOCATIONS)) {
      return false;
    }
    int streamBytes = words[record + (RecordLayout.STREAM_SIZE >> 2)];
    int codeBytes = words[record + (RecordLayout.CODE_SIZE >> 2)];
    int at =
        image.start(Tables.RELOCATIONS)
            + words[record + (RecordLayout.FIRST_RELOCATION >> 2)] * (RelocationLayout.BYTES >> 2);
    for (int i = words[record + (RecordLayout.RELOCATIONS >> 2)]; i > 0; i--, at += 2) {
      int kind = words[at + 1] >>> RelocationLayout.KIND_SHIFT;
      int index = words[at + 1] & RelocationLayout.INDEX_MASK;
      int size = kind == Tables.RELOCATE_CODE_EXTERNAL ? codeBytes : streamBytes;
      boolean isThere =
          switch (kind) {
            case Tables.RELOCATE_STREAM_KLASS -> isIndex(index, Tables.CLASSES);
            case Tables.RELOCATE_STREAM_METHOD -> isIndex(index, Tables.METHODS);
            case Tables.RELOCATE_STREAM_EXTERNAL, Tables.RELOCATE_CODE_EXTERNAL ->
                isIndex(index, Tables.EXTERNALS);
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
    if (!isRange(range, Tables.LISTS)) {
      return false;
    }
    int first = image.start(Tables.LISTS) + words[range];
    for (int i = words[range + 1] - 1; i >= 0; i--) {
      if (!isIndex(words[first + i], of)) {
        return false;
      }
    }
    return true;
  }

  private boolean isListOfInstances(int range) {
    if (!isList(range, Tables.CLASSES)) {
      return false;
    }
    int first = image.start(Tables.LISTS) + words[range];
    for (int i = words[range + 1] - 1; i >= 0; i--) {
      if (!isInstance(words[first + i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isInstance(int type) {
    return isIndex(type, Tables.CLASSES) && kind(classAt(type)) == Tables.CLASS_INSTANCE;
  }

  private int classAt(int type) {
    return image.start(Tables.CLASSES) + type * (ClassEntry.BYTES >> 2);
  }

  private int kind(int classEntry) {
    return words[classEntry + (ClassEntry.ROLE >> 2)] >> 8 & 0xFF;
  }

  private boolean isKind(int at, int kinds) {
    return words[at] >= 0 && words[at] < kinds;
  }

  private boolean isText(int at) {
    return isRange(at, Tables.STRINGS);
  }

  /** Whether a first index and a number of entries are within a table. */
  private boolean isRange(int at, int of) {
    return words[at] >= 0 && words[at + 1] >= 0 && words[at] <= image.count(of) - words[at + 1];
  }

  private boolean isIndex(int index, int of) {
    return index >= 0 && index < image.count(of);
  }
}
