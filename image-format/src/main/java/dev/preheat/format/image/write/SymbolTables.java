// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import dev.preheat.format.image.layout.ClassIndex;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import dev.preheat.format.image.write.ImageWriter.Bytes;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.content.NameHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Numbers the symbols of a model and writes the tables that describe them. */
final class SymbolTables {

  private static final int DIGEST_BYTES = Table.DIGESTS.entryBytes();

  private final Tables tables;
  private final ImageModel model;
  private final Map<ClassSymbol, Integer> classes;
  private final List<MethodSymbol> methodOrder = new ArrayList<>();
  private final Map<MethodSymbol, Integer> methods;
  private final Map<ObjectSymbol, Integer> objects;
  private final ExternalTable externals;

  SymbolTables(Tables tables, ImageModel model) {
    this.tables = tables;
    this.model = model;
    classes = number(model.classes().keySet());
    methodOrder.addAll(model.methods().keySet());
    methodOrder.sort(
        Comparator.comparing(MethodSymbol::holder)
            .thenComparing(method -> model.methods().get(method).key(), Integer::compareUnsigned));
    methods = number(methodOrder);
    checkKeys();
    SortedSet<ObjectSymbol> usedObjects = new TreeSet<>();
    for (ImageModel.Variant variant : model.variants()) {
      for (InstallRecord each : variant.records()) {
        usedObjects.addAll(each.objects());
      }
    }
    objects = number(usedObjects);
    externals = new ExternalTable(model.variants());
  }

  /** The loader finds a method by its key. */
  private void checkKeys() {
    for (int i = 1; i < methodOrder.size(); i++) {
      MethodSymbol one = methodOrder.get(i - 1);
      MethodSymbol other = methodOrder.get(i);
      if (one.holder().equals(other.holder())
          && model.methods().get(one).key() == model.methods().get(other).key()) {
        throw new IllegalArgumentException(one + " and " + other + " have the same key");
      }
    }
  }

  int type(ClassSymbol symbol) {
    return index(classes, symbol);
  }

  int method(MethodSymbol symbol) {
    return index(methods, symbol);
  }

  int object(ObjectSymbol symbol) {
    return index(objects, symbol);
  }

  void write() {
    model
        .properties()
        .forEach(
            (key, value) ->
                tables.of(Table.PROPERTIES).ref(tables.string(key)).ref(tables.string(value)));
    for (VmField field : VmField.values()) {
      Integer value = model.layout().get(field);
      if (value == null) {
        throw new IllegalArgumentException("no value for " + field.vmName());
      }
      tables.of(Table.VM_LAYOUT).u4(value);
    }
    for (ImageModel.Container container : model.containers()) {
      Bytes out = tables.of(Table.CONTAINERS).ref(tables.string(container.name()));
      out.u4(container.parent())
          .u4(container.kind().number())
          .u8(container.size())
          .u8(container.checksum());
    }
    writeClasses();
    writeClassIndex();
    writeMethods();
    objects.keySet().stream().sorted().forEach(this::writeObject);
    externals.write(tables, this);
  }

  void writeFacts(List<Fact> facts) {
    for (Fact fact : facts) {
      Bytes out = tables.of(Table.FACTS).u8(fact.offset()).u8(fact.expected());
      out.u4(fact.kind().number()).ref(tables.string(fact.name())).u4(fact.phase().number());
    }
  }

  void writeRelocation(Relocation patch, int variant) {
    int index =
        switch (patch.kind()) {
          case STREAM_KLASS -> type(((KlassRelocation) patch).type());
          case STREAM_METHOD -> method(((MethodRelocation) patch).method());
          case STREAM_EXTERNAL -> externals.index(((StreamRelocation) patch).external(), variant);
          case CODE_EXTERNAL -> externals.index(((CodeRelocation) patch).external(), variant);
        };
    if (index > ImageLayout.RelocationLayout.INDEX_MASK) {
      throw new IllegalArgumentException("too many symbols for one image: " + index);
    }
    tables
        .of(Table.RELOCATIONS)
        .u4(patch.offset())
        .u4(patch.kind().number() << ImageLayout.RelocationLayout.KIND_SHIFT | index);
  }

  private void writeClasses() {
    int[] firstMethod = new int[classes.size()];
    int[] methodCount = new int[classes.size()];
    for (int i = methodOrder.size() - 1; i >= 0; i--) {
      int holder = type(methodOrder.get(i).holder());
      firstMethod[holder] = i;
      methodCount[holder]++;
    }
    model
        .classes()
        .forEach(
            (symbol, info) -> {
              int at = type(symbol);
              Bytes out = tables.of(Table.CLASSES).ref(tables.string(symbol.name()));
              out.u8(NameHash.of(symbol.name()))
                  .u1(symbol.role().number())
                  .u1(symbol.kind().number());
              out.u2(info.container()).u4(element(symbol)).u8(info.content());
              out.u4(firstMethod[at]).u4(methodCount[at]).u8(info.shape());
              tables.of(Table.DIGESTS).bytes(digest(info));
            });
  }

  private int element(ClassSymbol symbol) {
    return switch (symbol.kind()) {
      case INSTANCE -> ImageLayout.NONE;
      case OBJECT_ARRAY -> type(symbol.component());
      case PRIMITIVE_ARRAY -> symbol.name().charAt(1);
    };
  }

  private static byte[] digest(ClassInfo info) {
    byte[] digest =
        info.digest().isEmpty() ? new byte[DIGEST_BYTES] : HexFormat.of().parseHex(info.digest());
    if (digest.length != DIGEST_BYTES) {
      throw new IllegalArgumentException("no SHA-256: " + info.digest());
    }
    return digest;
  }

  private void writeClassIndex() {
    for (int entry : ClassIndex.of(List.copyOf(model.classes().keySet()))) {
      tables.of(Table.CLASS_INDEX).u4(entry);
    }
  }

  private void writeMethods() {
    for (MethodSymbol symbol : methodOrder) {
      MethodInfo info = model.methods().get(symbol);
      Bytes out = tables.of(Table.METHODS).u4(type(symbol.holder())).u4(info.key());
      out.u2(info.codeSize()).u2(0);
      out.ref(tables.string(symbol.name())).ref(tables.string(symbol.descriptor()));
    }
  }

  private void writeObject(ObjectSymbol object) {
    Bytes out = tables.of(Table.OBJECTS).u4(object.kind().number());
    switch (object.kind()) {
      case STRING -> out.ref(tables.string(object.text()));
      case CLASS_MIRROR -> out.u4(type(((ClassMirror) object).type())).u4(0);
      case PRIMITIVE_MIRROR -> out.u4(((PrimitiveMirror) object).descriptor()).u4(0);
      case RESOLVED_REFERENCES -> out.u4(type(((ResolvedReferences) object).type())).u4(0);
    }
  }

  static <T> Map<T, Integer> number(Iterable<T> sorted) {
    Map<T, Integer> numbers = new HashMap<>();
    for (T each : sorted) {
      numbers.put(each, numbers.size());
    }
    return numbers;
  }

  static <T> int index(Map<T, Integer> numbers, T symbol) {
    Integer index = numbers.get(symbol);
    if (index == null) {
      throw new IllegalArgumentException("the image does not describe " + symbol);
    }
    return index;
  }
}
