// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ObjectKind;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import dev.preheat.hotspot.content.ClassContent;

/**
 * Where everything lies in an image. Little-endian; table offsets are relative to the start of the
 * region, which starts at {@link #REGION_FILE_OFFSET} of the file; code offsets are relative to the
 * code area that the header names.
 *
 * <p>{@link ImageWriter} and {@link ImageReader} and the loader, which works on the raw bytes,
 * share these constants and nothing else. A change here is a change of {@link #VERSION}.
 */
public final class ImageLayout {

  /** File offset of the region, one page: the loader finds it without reading ELF. */
  public static final int REGION_FILE_OFFSET = 4096;

  /** What the region and the code area start at a multiple of, in the file and in memory. */
  public static final int PAGE_BYTES = 4096;

  /** The first eight bytes of the region: "PREHEAT1" in ASCII. */
  public static final long MAGIC = 0x3154414548455250L;

  /** Version of the layout. */
  public static final int VERSION = 3;

  /** Index that names nothing. */
  public static final int NONE = -1;

  /** Every table and every stream starts at a multiple of this. */
  public static final int ALIGNMENT = 8;

  /** Code of a record starts at a multiple of this within the code area. */
  public static final int CODE_ALIGNMENT = 16;

  /** Bytes of a SHA-256. */
  public static final int DIGEST_BYTES = 32;

  private ImageLayout() {}

  /** The next multiple of a power of two. */
  public static int align(int value, int alignment) {
    return Math.addExact(value, alignment - 1) & -alignment;
  }

  /** The header at the start of the region. */
  public static final class Header {
    public static final int MAGIC = 0;
    public static final int VERSION = 8;
    public static final int SIZE = 12;

    /**
     * CRC-32 (low half) and number of bytes (high half) of the region from {@link #CHECKED_FROM} on
     * and the code area behind it.
     */
    public static final int CHECKSUM = 16;

    public static final int CHECKED_FROM = 24;
    public static final int REGION_SIZE = 24;
    public static final int CODE_FILE_OFFSET = 32;
    public static final int CODE_SIZE = 40;

    /**
     * For each {@link Table} in order: offset u4, number of entries u4 (bytes, where an entry is
     * one byte).
     */
    public static final int DIRECTORY = 48;

    public static final int DIRECTORY_ENTRY = 8;

    private Header() {}
  }

  /** The numbers of the tables: their positions in the directory. See {@link Table}. */
  public static final class TableNumber {
    public static final int STRINGS = 0;
    public static final int PROPERTIES = 1;
    public static final int VM_LAYOUT = 2;
    public static final int FACTS = 3;
    public static final int CONTAINERS = 4;
    public static final int CLASSES = 5;
    public static final int CLASS_INDEX = 6;
    public static final int DIGESTS = 7;
    public static final int METHODS = 8;
    public static final int OBJECTS = 9;
    public static final int EXTERNALS = 10;
    public static final int VARIANTS = 11;
    public static final int RECORDS = 12;
    public static final int RELOCATIONS = 13;
    public static final int LISTS = 14;
    public static final int STREAMS = 15;
    public static final int COUNT = 16;

    private TableNumber() {}
  }

  /** A system property of the JVM the image was made for. */
  public static final class Property {
    public static final int NAME_OFFSET = 0;
    public static final int NAME_LENGTH = 4;
    public static final int VALUE_OFFSET = 8;
    public static final int VALUE_LENGTH = 12;
    public static final int BYTES = 16;

    private Property() {}
  }

  /** A fact about the VM that emitted code relies on. */
  public static final class FactLayout {
    /** u8: offset of the value from libjvm's base address. */
    public static final int OFFSET = 0;

    public static final int EXPECTED = 8;
    public static final int KIND = 16;
    public static final int NAME_OFFSET = 20;
    public static final int NAME_LENGTH = 24;

    /** u4, see {@link FactPhase}. */
    public static final int PHASE = 28;

    public static final int BYTES = 32;

    private FactLayout() {}
  }

  /** An entry of the class path at build time. */
  public static final class ContainerLayout {
    /** Last element of the path; for an entry named by a manifest, its relative URL there. */
    public static final int NAME_OFFSET = 0;

    public static final int NAME_LENGTH = 4;

    /** u4: the container whose manifest names this one, or NONE. */
    public static final int PARENT = 8;

    public static final int KIND = 12;
    public static final int SIZE = 16;
    public static final int CHECKSUM = 24;
    public static final int BYTES = 32;

    private ContainerLayout() {}
  }

  /** A class. Methods of a class are contiguous in the table of methods. */
  public static final class ClassEntry {
    public static final int NAME_OFFSET = 0;
    public static final int NAME_LENGTH = 4;
    public static final int NAME_HASH = 8;

    /** u1, see {@link ClassRole}; of an array, the role of its innermost element. */
    public static final int ROLE = 16;

    /** u1, see {@link ClassKind}. */
    public static final int KIND = 17;

    /** u2: container, or 0xFFFF. */
    public static final int CONTAINER = 18;

    /**
     * u4: of an array of references, the class of its components; of an array of primitives, the
     * descriptor character.
     */
    public static final int ELEMENT = 20;

    /** u8: see {@link ClassContent}. */
    public static final int CONTENT = 24;

    public static final int FIRST_METHOD = 32;
    public static final int METHODS = 36;

    /** u8: see {@link ClassContent#shape}. */
    public static final int SHAPE = 40;

    public static final int BYTES = 48;

    private ClassEntry() {}
  }

  /** A method. */
  public static final class MethodEntry {
    public static final int CLASS = 0;

    /**
     * u4: {@code ConstMethod::_name_index} in the low half, {@code _signature_index} in the high
     * half.
     */
    public static final int KEY = 4;

    /** u2: length of the bytecode. */
    public static final int CODE_SIZE = 8;

    /** u2: zero. */
    public static final int PADDING = 10;

    public static final int NAME_OFFSET = 12;
    public static final int NAME_LENGTH = 16;
    public static final int DESCRIPTOR_OFFSET = 20;
    public static final int DESCRIPTOR_LENGTH = 24;
    public static final int BYTES = 28;

    private MethodEntry() {}
  }

  /** An object constant. */
  public static final class ObjectEntry {
    public static final int KIND = 0;

    /** u4: class, offset of the text, or descriptor character, as {@link ObjectKind} says. */
    public static final int FIRST = 4;

    /** u4: length of the text; of other kinds, 0. */
    public static final int SECOND = 8;

    public static final int BYTES = 12;

    private ObjectEntry() {}
  }

  /** An address in the VM, or of a stub of this image. */
  public static final class ExternalLayout {
    /** u8: offset from libjvm's base address; see {@link ExternalKind} for the others. */
    public static final int OFFSET = 0;

    public static final int KIND = 8;

    /** The name, for reports; none for {@link ExternalKind#CALL_SITE}. */
    public static final int NAME_OFFSET = 12;

    public static final int NAME_LENGTH = 16;

    /**
     * u4: record for {@link ExternalKind#STUB}, method for {@link ExternalKind#CALL_SITE}, else
     * NONE.
     */
    public static final int RECORD = 20;

    public static final int BYTES = 24;

    private ExternalLayout() {}
  }

  /** A variant: the records for one CPU target and one collector. */
  public static final class VariantLayout {
    public static final int NAME_OFFSET = 0;
    public static final int NAME_LENGTH = 4;
    public static final int FIRST_FACT = 8;
    public static final int FACTS = 12;
    public static final int FIRST_RECORD = 16;
    public static final int RECORDS = 20;
    public static final int BYTES = 24;

    private VariantLayout() {}
  }

  /** An install record. */
  public static final class RecordLayout {
    /** u4, see {@link RecordKind}. */
    public static final int KIND = 0;

    /** u4: method, or NONE for a stub. */
    public static final int METHOD = 4;

    /** Name of a stub; empty for a method. */
    public static final int NAME_OFFSET = 8;

    public static final int NAME_LENGTH = 12;

    /** Into {@link Table#STREAMS}. */
    public static final int STREAM_OFFSET = 16;

    public static final int STREAM_SIZE = 20;

    /** Into the code area. */
    public static final int CODE_OFFSET = 24;

    public static final int CODE_SIZE = 28;

    /** Into {@link Table#STREAMS}. */
    public static final int DATA_OFFSET = 32;

    public static final int DATA_SIZE = 36;
    public static final int DATA_ALIGNMENT = 40;

    /** Total frame size, in bytes. */
    public static final int FRAME_SIZE = 44;

    public static final int FIRST_RELOCATION = 48;
    public static final int RELOCATIONS = 52;

    /** Into {@link Table#LISTS}: indices into {@link Table#OBJECTS}, the object pool in order. */
    public static final int FIRST_OBJECT = 56;

    public static final int OBJECTS = 60;

    /** Into {@link Table#LISTS}: classes whose class files the code relies on. */
    public static final int FIRST_DEPENDENCY = 64;

    public static final int DEPENDENCIES = 68;

    /** Into {@link Table#LISTS}: classes that the code assumes to be initialised. */
    public static final int FIRST_INITIALIZED = 72;

    public static final int INITIALIZED = 76;

    /** u8: how often the method ran in training. */
    public static final int WEIGHT = 80;

    public static final int BYTES = 88;

    private RecordLayout() {}
  }

  /** A place to patch. */
  public static final class RelocationLayout {
    /** u4: in the stream or the code, as the kind says. */
    public static final int OFFSET = 0;

    /** u4: {@link RelocationKind} in the top byte, index into the table it names below. */
    public static final int KIND_AND_INDEX = 4;

    public static final int BYTES = 8;
    public static final int KIND_SHIFT = 24;
    public static final int INDEX_MASK = 0xFFFFFF;

    private RelocationLayout() {}
  }
}
