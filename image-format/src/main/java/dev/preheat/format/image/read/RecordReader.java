// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.StubEntry;
import dev.preheat.format.image.model.ImageModel.Subject;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.model.NumberedExternal;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
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
    int factCount = entry.u4(ImageLayout.VariantLayout.FACTS);
    int firstFact = facts.take(entry, entry.u4(ImageLayout.VariantLayout.FIRST_FACT), factCount);
    List<Fact> factList = new ArrayList<>();
    for (int i = 0; i < factCount; i++) {
      factList.add(fact(region.entry(Table.FACTS, firstFact + i)));
    }
    int recordCount = entry.u4(ImageLayout.VariantLayout.RECORDS);
    int firstRecord =
        records.take(entry, entry.u4(ImageLayout.VariantLayout.FIRST_RECORD), recordCount);
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
        entry.name(ImageLayout.VariantLayout.NAME_OFFSET),
        List.copyOf(factList),
        List.copyOf(recordList));
  }

  private static Fact fact(Entry entry) throws ImageFormatException {
    return new Fact(
        entry.name(ImageLayout.FactLayout.NAME_OFFSET),
        entry.choice(entry.u4(ImageLayout.FactLayout.KIND), FactKind.values()),
        entry.choice(entry.u4(ImageLayout.FactLayout.PHASE), FactPhase.values()),
        entry.size(entry.u8(ImageLayout.FactLayout.OFFSET)),
        entry.u8(ImageLayout.FactLayout.EXPECTED));
  }

  private ImageModel.InstallRecord record(Entry entry, int firstOfVariant)
      throws ImageFormatException {
    Subject subject = subject(entry);
    MachineCode body = body(entry);
    List<Relocation> places = relocations(entry, body, firstOfVariant);
    List<ObjectSymbol> objects = new ArrayList<>();
    int objectCount = entry.u4(RecordLayout.OBJECTS);
    int firstObject = lists.take(entry, entry.u4(RecordLayout.FIRST_OBJECT), objectCount);
    for (int i = 0; i < objectCount; i++) {
      Entry element = region.entry(Table.LISTS, firstObject + i);
      objects.add(element.pick(element.u4(0), constants.objects(), Table.OBJECTS));
    }
    SortedSet<ClassSymbol> dependencies =
        classes(
            entry, entry.u4(RecordLayout.FIRST_DEPENDENCY), entry.u4(RecordLayout.DEPENDENCIES));
    SortedSet<ClassSymbol> initialized =
        classes(
            entry, entry.u4(RecordLayout.FIRST_INITIALIZED), entry.u4(RecordLayout.INITIALIZED));
    for (ClassSymbol each : initialized) {
      if (each.kind() != ClassKind.INSTANCE) {
        throw entry.damaged("an array needs no initialisation");
      }
    }
    return new ImageModel.InstallRecord(
        subject,
        body,
        places,
        List.copyOf(objects),
        dependencies,
        initialized,
        entry.size(entry.u8(RecordLayout.WEIGHT)));
  }

  private Subject subject(Entry entry) throws ImageFormatException {
    int method = entry.u4(RecordLayout.METHOD);
    RecordKind kind = entry.choice(entry.u4(RecordLayout.KIND), RecordKind.values());
    return switch (kind) {
      case STUB -> {
        if (method != ImageLayout.NONE) {
          throw entry.damaged("a stub is no method");
        }
        yield new Stub(entry.name(RecordLayout.NAME_OFFSET));
      }
      case METHOD, PORTABLE_METHOD -> {
        entry.checkZero(entry.u4(RecordLayout.NAME_OFFSET));
        entry.checkZero(entry.u4(RecordLayout.NAME_LENGTH));
        yield new MethodSubject(
            entry.pick(method, symbols.methods(), Table.METHODS),
            kind == RecordKind.PORTABLE_METHOD);
      }
    };
  }

  private MachineCode body(Entry entry) throws ImageFormatException {
    int dataAlignment = entry.u4(RecordLayout.DATA_ALIGNMENT);
    if (Integer.bitCount(dataAlignment) != 1
        || dataAlignment < 0
        || dataAlignment > MAXIMUM_DATA_ALIGNMENT) {
      throw entry.damaged("data cannot be aligned to " + dataAlignment);
    }
    byte[] stream =
        streams.takeBytes(
            entry, entry.u4(RecordLayout.STREAM_OFFSET), entry.u4(RecordLayout.STREAM_SIZE));
    byte[] data =
        streams.takeBytes(
            entry, entry.u4(RecordLayout.DATA_OFFSET), entry.u4(RecordLayout.DATA_SIZE));
    byte[] instructions =
        code.takeBytes(entry, entry.u4(RecordLayout.CODE_OFFSET), entry.u4(RecordLayout.CODE_SIZE));
    return new MachineCode(
        stream,
        instructions,
        data,
        dataAlignment,
        (int) entry.size(entry.u4(RecordLayout.FRAME_SIZE)));
  }

  private List<Relocation> relocations(Entry entry, MachineCode body, int firstOfVariant)
      throws ImageFormatException {
    int count = entry.u4(RecordLayout.RELOCATIONS);
    int first = relocations.take(entry, entry.u4(RecordLayout.FIRST_RELOCATION), count);
    List<Relocation> all = new ArrayList<>();
    SortedSet<Integer> streamOffsets = new TreeSet<>();
    SortedSet<Integer> codeOffsets = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      Entry relocation = region.entry(Table.RELOCATIONS, first + i);
      Relocation found = relocation(relocation, entry.index(), firstOfVariant);
      boolean inCode = found.kind() == RelocationKind.CODE_EXTERNAL;
      int size = inCode ? body.code().length : body.stream().length;
      checkPlace(relocation, found.offset(), size, inCode ? codeOffsets : streamOffsets);
      all.add(found);
    }
    return List.copyOf(all);
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

  private Relocation relocation(Entry entry, int record, int firstOfVariant)
      throws ImageFormatException {
    int offset = entry.u4(ImageLayout.RelocationLayout.OFFSET);
    int kindAndIndex = entry.u4(ImageLayout.RelocationLayout.KIND_AND_INDEX);
    int index = kindAndIndex & ImageLayout.RelocationLayout.INDEX_MASK;
    RelocationKind kind =
        entry.choice(
            kindAndIndex >>> ImageLayout.RelocationLayout.KIND_SHIFT, RelocationKind.values());
    return switch (kind) {
      case STREAM_KLASS ->
          new KlassRelocation(offset, entry.pick(index, symbols.classes(), Table.CLASSES));
      case STREAM_METHOD ->
          new MethodRelocation(offset, entry.pick(index, symbols.methods(), Table.METHODS));
      case STREAM_EXTERNAL ->
          new StreamRelocation(offset, external(entry, index, record, firstOfVariant));
      case CODE_EXTERNAL ->
          new CodeRelocation(offset, external(entry, index, record, firstOfVariant));
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
