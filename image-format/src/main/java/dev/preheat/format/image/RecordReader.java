package dev.preheat.format.image;

import dev.preheat.format.image.ImageLayout.InstallRecord;
import dev.preheat.format.image.ImageModel.Body;
import dev.preheat.format.image.ImageModel.ClassSymbol;
import dev.preheat.format.image.ImageModel.CodeAddressPatch;
import dev.preheat.format.image.ImageModel.Fact;
import dev.preheat.format.image.ImageModel.KlassPatch;
import dev.preheat.format.image.ImageModel.MethodPatch;
import dev.preheat.format.image.ImageModel.ObjectSymbol;
import dev.preheat.format.image.ImageModel.Patch;
import dev.preheat.format.image.ImageModel.Root;
import dev.preheat.format.image.ImageModel.StreamAddressPatch;
import dev.preheat.format.image.ImageModel.Stub;
import dev.preheat.format.image.ImageModel.StubEntry;
import dev.preheat.format.image.ImageModel.Subject;
import dev.preheat.format.image.ImageModel.Variant;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the variants with their facts and records. */
final class RecordReader {

  /** The VM reads the alignment of the data section as one byte. */
  private static final int MAXIMUM_DATA_ALIGNMENT = 128;

  private final Region region;
  private final SymbolReader symbols;
  private final ConstantReader constants;
  private final Ranges facts;
  private final Ranges records;
  private final Ranges relocations;
  private final Ranges lists;
  private final Ranges streams;
  private final Ranges code;

  RecordReader(Region region, byte[] code, SymbolReader symbols, ConstantReader constants) {
    this.region = region;
    this.symbols = symbols;
    this.constants = constants;
    facts = Ranges.ofEntries(region, Table.FACTS);
    records = Ranges.ofEntries(region, Table.RECORDS);
    relocations = Ranges.ofEntries(region, Table.RELOCATIONS);
    lists = Ranges.ofEntries(region, Table.LISTS);
    streams =
        Ranges.ofBytes(
            region, Table.STREAMS.toString(), region.area(Table.STREAMS), ImageLayout.ALIGNMENT);
    this.code =
        Ranges.ofBytes(region, "the code", ByteBuffer.wrap(code), ImageLayout.CODE_ALIGNMENT);
  }

  List<Variant> read() throws ImageFormatException {
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < region.count(Table.VARIANTS); i++) {
      variants.add(variant(region.entry(Table.VARIANTS, i)));
    }
    for (Ranges ranges : List.of(facts, records, relocations, lists, streams, code)) {
      ranges.checkAllTaken();
    }
    return List.copyOf(variants);
  }

  private Variant variant(Entry entry) throws ImageFormatException {
    int factCount = entry.u4(ImageLayout.Variant.FACTS);
    int firstFact = facts.take(entry, entry.u4(ImageLayout.Variant.FIRST_FACT), factCount);
    List<Fact> factList = new ArrayList<>();
    for (int i = 0; i < factCount; i++) {
      factList.add(fact(region.entry(Table.FACTS, firstFact + i)));
    }
    int recordCount = entry.u4(ImageLayout.Variant.RECORDS);
    int firstRecord = records.take(entry, entry.u4(ImageLayout.Variant.FIRST_RECORD), recordCount);
    List<ImageModel.InstallRecord> recordList = new ArrayList<>();
    Set<Subject> subjects = new HashSet<>();
    boolean stubs = true;
    for (int i = 0; i < recordCount; i++) {
      Entry each = region.entry(Table.RECORDS, firstRecord + i);
      ImageModel.InstallRecord record = record(each, firstRecord);
      if (!subjects.add(record.subject())) {
        throw each.damaged(record.subject().name() + " is there twice");
      }
      if (!stubs && record.subject() instanceof Stub) {
        throw each.damaged("stubs come before methods");
      }
      stubs = record.subject() instanceof Stub;
      recordList.add(record);
    }
    return new Variant(
        entry.name(ImageLayout.Variant.NAME_OFFSET),
        List.copyOf(factList),
        List.copyOf(recordList));
  }

  private static Fact fact(Entry entry) throws ImageFormatException {
    return new Fact(
        entry.name(ImageLayout.Fact.NAME_OFFSET),
        entry.choice(entry.u4(ImageLayout.Fact.KIND), FactKind.values()),
        entry.choice(entry.u4(ImageLayout.Fact.PHASE), FactPhase.values()),
        entry.size(entry.u8(ImageLayout.Fact.OFFSET)),
        entry.u8(ImageLayout.Fact.EXPECTED));
  }

  private ImageModel.InstallRecord record(Entry entry, int firstOfVariant)
      throws ImageFormatException {
    Subject subject = subject(entry);
    Body body = body(entry);
    List<Patch> patches = patches(entry, body, firstOfVariant);
    List<ObjectSymbol> objects = new ArrayList<>();
    int objectCount = entry.u4(InstallRecord.OBJECTS);
    int firstObject = lists.take(entry, entry.u4(InstallRecord.FIRST_OBJECT), objectCount);
    for (int i = 0; i < objectCount; i++) {
      Entry element = region.entry(Table.LISTS, firstObject + i);
      objects.add(element.pick(element.u4(0), constants.objects(), Table.OBJECTS));
    }
    SortedSet<ClassSymbol> dependencies =
        classes(
            entry, entry.u4(InstallRecord.FIRST_DEPENDENCY), entry.u4(InstallRecord.DEPENDENCIES));
    SortedSet<ClassSymbol> initialized =
        classes(
            entry, entry.u4(InstallRecord.FIRST_INITIALIZED), entry.u4(InstallRecord.INITIALIZED));
    for (ClassSymbol each : initialized) {
      if (each.kind() != ClassKind.INSTANCE) {
        throw entry.damaged("an array needs no initialisation");
      }
    }
    return new ImageModel.InstallRecord(
        subject,
        body,
        patches,
        List.copyOf(objects),
        dependencies,
        initialized,
        entry.size(entry.u8(InstallRecord.WEIGHT)));
  }

  private Subject subject(Entry entry) throws ImageFormatException {
    int method = entry.u4(InstallRecord.METHOD);
    RecordKind kind = entry.choice(entry.u4(InstallRecord.KIND), RecordKind.values());
    return switch (kind) {
      case STUB -> {
        if (method != ImageLayout.NONE) {
          throw entry.damaged("a stub is no method");
        }
        yield new Stub(entry.name(InstallRecord.NAME_OFFSET));
      }
      case METHOD, PORTABLE_METHOD -> {
        entry.checkZero(entry.u4(InstallRecord.NAME_OFFSET));
        entry.checkZero(entry.u4(InstallRecord.NAME_LENGTH));
        yield new Root(
            entry.pick(method, symbols.methods(), Table.METHODS),
            kind == RecordKind.PORTABLE_METHOD);
      }
    };
  }

  private Body body(Entry entry) throws ImageFormatException {
    int dataAlignment = entry.u4(InstallRecord.DATA_ALIGNMENT);
    if (Integer.bitCount(dataAlignment) != 1
        || dataAlignment < 0
        || dataAlignment > MAXIMUM_DATA_ALIGNMENT) {
      throw entry.damaged("data cannot be aligned to " + dataAlignment);
    }
    byte[] stream =
        streams.takeBytes(
            entry, entry.u4(InstallRecord.STREAM_OFFSET), entry.u4(InstallRecord.STREAM_SIZE));
    byte[] data =
        streams.takeBytes(
            entry, entry.u4(InstallRecord.DATA_OFFSET), entry.u4(InstallRecord.DATA_SIZE));
    byte[] instructions =
        code.takeBytes(
            entry, entry.u4(InstallRecord.CODE_OFFSET), entry.u4(InstallRecord.CODE_SIZE));
    return new Body(
        stream,
        instructions,
        data,
        dataAlignment,
        (int) entry.size(entry.u4(InstallRecord.FRAME_SIZE)));
  }

  private List<Patch> patches(Entry entry, Body body, int firstOfVariant)
      throws ImageFormatException {
    int count = entry.u4(InstallRecord.RELOCATIONS);
    int first = relocations.take(entry, entry.u4(InstallRecord.FIRST_RELOCATION), count);
    List<Patch> patches = new ArrayList<>();
    SortedSet<Integer> streamOffsets = new TreeSet<>();
    SortedSet<Integer> codeOffsets = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      Entry relocation = region.entry(Table.RELOCATIONS, first + i);
      Patch patch = patch(relocation, entry.index(), firstOfVariant);
      boolean inCode = patch.kind() == RelocationKind.CODE_EXTERNAL;
      int size = inCode ? body.code().length : body.stream().length;
      checkPlace(relocation, patch.offset(), size, inCode ? codeOffsets : streamOffsets);
      patches.add(patch);
    }
    return List.copyOf(patches);
  }

  /** A patch writes 8 bytes, all within the stream or the code, and none of them twice. */
  private static void checkPlace(Entry relocation, int offset, int size, SortedSet<Integer> taken)
      throws ImageFormatException {
    if (offset < 0 || offset > size - Long.BYTES) {
      throw relocation.damaged(
          "patches at " + Integer.toUnsignedString(offset) + " of " + size + " bytes");
    }
    int from = Math.max(0, offset - Long.BYTES + 1);
    if (!taken.subSet(from, offset + Long.BYTES).isEmpty()) {
      throw relocation.damaged("patches at " + offset + ", where another one does");
    }
    taken.add(offset);
  }

  private Patch patch(Entry entry, int record, int firstOfVariant) throws ImageFormatException {
    int offset = entry.u4(ImageLayout.Relocation.OFFSET);
    int kindAndIndex = entry.u4(ImageLayout.Relocation.KIND_AND_INDEX);
    int index = kindAndIndex & ImageLayout.Relocation.INDEX_MASK;
    RelocationKind kind =
        entry.choice(kindAndIndex >>> ImageLayout.Relocation.KIND_SHIFT, RelocationKind.values());
    return switch (kind) {
      case STREAM_KLASS ->
          new KlassPatch(offset, entry.pick(index, symbols.classes(), Table.CLASSES));
      case STREAM_METHOD ->
          new MethodPatch(offset, entry.pick(index, symbols.methods(), Table.METHODS));
      case STREAM_EXTERNAL ->
          new StreamAddressPatch(offset, external(entry, index, record, firstOfVariant));
      case CODE_EXTERNAL ->
          new CodeAddressPatch(offset, external(entry, index, record, firstOfVariant));
    };
  }

  private ImageModel.External external(Entry entry, int index, int record, int firstOfVariant)
      throws ImageFormatException {
    NumberedExternal numbered = entry.pick(index, constants.externals(), Table.EXTERNALS);
    if (numbered.external() instanceof StubEntry stub
        && (numbered.stubRecord() < firstOfVariant || numbered.stubRecord() >= record)) {
      throw entry.damaged(
          "the stub "
              + stub.name()
              + " is not installed before record "
              + record
              + " that needs it");
    }
    return numbered.external();
  }

  private SortedSet<ClassSymbol> classes(Entry entry, int start, int count)
      throws ImageFormatException {
    int first = lists.take(entry, start, count);
    List<ClassSymbol> classes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Entry element = region.entry(Table.LISTS, first + i);
      ClassSymbol type = element.pick(element.u4(0), symbols.classes(), Table.CLASSES);
      element.checkAfter(classes, type);
      classes.add(type);
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(classes));
  }
}
