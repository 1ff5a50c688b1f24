// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.ObjectEntry;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.ImageModel.CallSiteAppendix;
import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.Countdown;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.InLibjvm;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.StringConstant;
import dev.preheat.format.image.model.ImageModel.StubEntry;
import dev.preheat.format.image.model.NumberedExternal;
import dev.preheat.format.image.model.ObjectKind;
import dev.preheat.format.image.model.RecordKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of object constants and externals. */
final class ConstantReader {

  /** Bytes of an {@code invokedynamic} instruction, the operand included. */
  private static final int SHORTEST_CALL_BYTES = 3;

  private static final String PRIMITIVES = "ZBCSIJFDV";

  private final Region region;
  private final SymbolReader symbols;
  private final List<ObjectSymbol> objects = new ArrayList<>();
  private final List<NumberedExternal> externals = new ArrayList<>();

  ConstantReader(Region region, SymbolReader symbols) throws ImageFormatException {
    this.region = region;
    this.symbols = symbols;
    for (int i = 0; i < region.count(Table.OBJECTS); i++) {
      Entry entry = region.entry(Table.OBJECTS, i);
      ObjectSymbol object = object(entry);
      entry.checkAfter(objects, object);
      objects.add(object);
    }
    for (int i = 0; i < region.count(Table.EXTERNALS); i++) {
      Entry entry = region.entry(Table.EXTERNALS, i);
      NumberedExternal external = external(entry);
      entry.checkAfter(externals, external);
      externals.add(external);
    }
  }

  /** Object constants by index. */
  List<ObjectSymbol> objects() {
    return objects;
  }

  /** Externals by index. */
  List<NumberedExternal> externals() {
    return externals;
  }

  private ObjectSymbol object(Entry entry) throws ImageFormatException {
    ObjectKind kind = entry.choice(entry.u4(ObjectEntry.KIND), ObjectKind.values());
    return switch (kind) {
      case STRING -> new StringConstant(entry.text(ObjectEntry.FIRST));
      case CLASS_MIRROR -> new ClassMirror(type(entry));
      case PRIMITIVE_MIRROR -> new PrimitiveMirror(primitive(entry));
      case RESOLVED_REFERENCES -> {
        ClassSymbol type = type(entry);
        if (type.kind() != ClassKind.INSTANCE) {
          throw entry.damaged("an array has no constant pool");
        }
        yield new ResolvedReferences(type);
      }
    };
  }

  private ClassSymbol type(Entry entry) throws ImageFormatException {
    entry.checkZero(entry.u4(ObjectEntry.SECOND));
    return entry.pick(entry.u4(ObjectEntry.FIRST), symbols.classes(), Table.CLASSES);
  }

  private static char primitive(Entry entry) throws ImageFormatException {
    entry.checkZero(entry.u4(ObjectEntry.SECOND));
    int descriptor = entry.u4(ObjectEntry.FIRST);
    if (PRIMITIVES.indexOf(descriptor) < 0) {
      throw entry.damaged("no primitive type has descriptor " + Integer.toHexString(descriptor));
    }
    return (char) descriptor;
  }

  private NumberedExternal external(Entry entry) throws ImageFormatException {
    ExternalKind kind =
        entry.choice(entry.u4(ImageLayout.ExternalLayout.KIND), ExternalKind.values());
    long offset = entry.size(entry.u8(ImageLayout.ExternalLayout.OFFSET));
    int record = entry.u4(ImageLayout.ExternalLayout.RECORD);
    return switch (kind) {
      case ADDRESS ->
          inLibjvm(record, entry, new InLibjvm(ExternalKind.ADDRESS, name(entry), offset));
      case NUMBER ->
          inLibjvm(record, entry, new InLibjvm(ExternalKind.NUMBER, name(entry), offset));
      case ROUTINE ->
          inLibjvm(record, entry, new InLibjvm(ExternalKind.ROUTINE, name(entry), offset));
      case DATA -> inLibjvm(record, entry, new InLibjvm(ExternalKind.DATA, name(entry), offset));
      case STUB -> stub(record, entry, offset);
      case CALL_SITE -> new NumberedExternal(callSite(entry, record, offset), ImageLayout.NONE);
      case COUNTDOWN -> countdown(record, entry, offset);
    };
  }

  private static String name(Entry entry) throws ImageFormatException {
    return entry.name(ImageLayout.ExternalLayout.NAME_OFFSET);
  }

  private static NumberedExternal inLibjvm(int record, Entry entry, External external)
      throws ImageFormatException {
    if (record != ImageLayout.NONE) {
      throw entry.damaged("only a stub has a record");
    }
    return new NumberedExternal(external, ImageLayout.NONE);
  }

  private static NumberedExternal countdown(int record, Entry entry, long offset)
      throws ImageFormatException {
    Countdown countdown = new Countdown();
    if (record != ImageLayout.NONE || offset != 0 || !name(entry).equals(countdown.name())) {
      throw entry.damaged("a countdown has neither record nor offset, and that name");
    }
    return new NumberedExternal(countdown, ImageLayout.NONE);
  }

  private NumberedExternal stub(int record, Entry entry, long offset) throws ImageFormatException {
    String name = name(entry);
    if (offset != 0) {
      throw entry.damaged("a stub has no offset");
    }
    checkStub(entry, record, name);
    return new NumberedExternal(new StubEntry(name), record);
  }

  private CallSiteAppendix callSite(Entry entry, int method, long bytecodeIndex)
      throws ImageFormatException {
    entry.checkZero(entry.u4(ImageLayout.ExternalLayout.NAME_OFFSET));
    entry.checkZero(entry.u4(ImageLayout.ExternalLayout.NAME_LENGTH));
    entry.checkIndex(method, symbols.methods().size(), Table.METHODS);
    if (bytecodeIndex > symbols.methodInfo(method).codeSize() - SHORTEST_CALL_BYTES) {
      throw entry.damaged("no call site can be at " + bytecodeIndex + " of its method");
    }
    return new CallSiteAppendix(symbols.methods().get(method), (int) bytecodeIndex);
  }

  private void checkStub(Entry entry, int record, String name) throws ImageFormatException {
    entry.checkIndex(record, region.count(Table.RECORDS), Table.RECORDS);
    Entry stub = region.entry(Table.RECORDS, record);
    if (stub.u4(RecordLayout.KIND) != RecordKind.STUB.number()
        || !stub.text(RecordLayout.NAME_OFFSET).equals(name)) {
      throw entry.damaged("record " + record + " is not the stub " + name);
    }
  }
}
