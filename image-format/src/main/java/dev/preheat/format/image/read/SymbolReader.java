// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ClassIndex;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.MethodEntry;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.hotspot.content.NameHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the tables of classes and methods. */
final class SymbolReader {

  private static final int NO_CONTAINER = 0xFFFF;
  private static final String NO_DIGEST = "0".repeat(2 * Table.DIGESTS.entryBytes());

  private final Region region;
  private final List<ClassSymbol> classes = new ArrayList<>();
  private final List<ClassInfo> classInfos = new ArrayList<>();
  private final List<MethodSymbol> methods = new ArrayList<>();
  private final List<MethodInfo> methodInfos = new ArrayList<>();

  SymbolReader(Region region, int containers) throws ImageFormatException {
    this.region = region;
    for (int i = 0; i < region.count(Table.CLASSES); i++) {
      readClass(region.entry(Table.CLASSES, i), containers);
    }
    if (region.count(Table.DIGESTS) != classes.size()) {
      throw region.damaged("it does not have one digest for each class");
    }
    for (int i = 0; i < classes.size(); i++) {
      checkElement(region.entry(Table.CLASSES, i), classes.get(i));
    }
    checkClassIndex();
    readMethods();
    if (methodMap().size() != methods.size()) {
      throw region.damaged("a method is there twice");
    }
  }

  /** Classes by index. */
  List<ClassSymbol> classes() {
    return classes;
  }

  /** Methods by index. */
  List<MethodSymbol> methods() {
    return methods;
  }

  SortedMap<ClassSymbol, ClassInfo> classMap() {
    return zip(classes, classInfos);
  }

  SortedMap<MethodSymbol, MethodInfo> methodMap() {
    return zip(methods, methodInfos);
  }

  /** How the loader finds a method. */
  MethodInfo methodInfo(int method) {
    return methodInfos.get(method);
  }

  private void readClass(Entry entry, int containers) throws ImageFormatException {
    ClassRole role = entry.choice(entry.u1(ClassEntry.ROLE), ClassRole.values());
    String name = entry.name(ClassEntry.NAME_OFFSET);
    if (!isClassName(name)) {
      throw entry.damaged("no class has the name " + name);
    }
    ClassSymbol symbol = new ClassSymbol(role, name);
    if (entry.choice(entry.u1(ClassEntry.KIND), ClassKind.values()) != symbol.kind()) {
      throw entry.damaged("its kind is not that of " + name);
    }
    if (entry.u8(ClassEntry.NAME_HASH) != NameHash.of(name)) {
      throw entry.damaged("the hash of its name does not match");
    }
    entry.checkAfter(classes, symbol);
    int container = entry.u2(ClassEntry.CONTAINER);
    if (container == NO_CONTAINER) {
      container = ImageLayout.NONE;
    } else {
      entry.checkIndex(container, containers, Table.CONTAINERS);
    }
    classes.add(symbol);
    classInfos.add(
        new ClassInfo(
            container,
            entry.u8(ClassEntry.CONTENT),
            entry.u8(ClassEntry.SHAPE),
            digest(entry.index())));
  }

  private String digest(int index) throws ImageFormatException {
    if (index >= region.count(Table.DIGESTS)) {
      throw region.damaged("it does not have one digest for each class");
    }
    byte[] bytes = new byte[Table.DIGESTS.entryBytes()];
    region.bytes().get(region.entry(Table.DIGESTS, index).at(), bytes);
    String digest = HexFormat.of().formatHex(bytes);
    return digest.equals(NO_DIGEST) ? "" : digest;
  }

  private void checkElement(Entry entry, ClassSymbol symbol) throws ImageFormatException {
    int element = entry.u4(ClassEntry.ELEMENT);
    boolean holds =
        switch (symbol.kind()) {
          case INSTANCE -> element == ImageLayout.NONE;
          case OBJECT_ARRAY ->
              entry.pick(element, classes, Table.CLASSES).equals(symbol.component());
          case PRIMITIVE_ARRAY -> element == symbol.name().charAt(1);
        };
    if (!holds) {
      throw entry.damaged("its element is not that of " + symbol.name());
    }
  }

  private void checkClassIndex() throws ImageFormatException {
    int[] expected = ClassIndex.of(classes);
    if (region.count(Table.CLASS_INDEX) != expected.length) {
      throw region.damaged("its class index does not have " + expected.length + " slots");
    }
    for (int slot = 0; slot < expected.length; slot++) {
      Entry entry = region.entry(Table.CLASS_INDEX, slot);
      if (entry.u4(0) != expected[slot]) {
        throw entry.damaged("holds " + entry.u4(0) + " instead of " + expected[slot]);
      }
    }
  }

  private void readMethods() throws ImageFormatException {
    Ranges ranges = Ranges.ofEntries(region, Table.METHODS);
    for (int i = 0; i < classes.size(); i++) {
      Entry type = region.entry(Table.CLASSES, i);
      int first = type.u4(ClassEntry.FIRST_METHOD);
      int count = type.u4(ClassEntry.METHODS);
      if (count == 0) {
        type.checkZero(first);
        continue;
      }
      if (classes.get(i).kind() != ClassKind.INSTANCE) {
        throw type.damaged("an array has no methods");
      }
      ranges.take(type, first, count);
      for (int method = first; method < first + count; method++) {
        readMethod(region.entry(Table.METHODS, method), i, method == first);
      }
    }
    ranges.checkAllTaken();
  }

  private void readMethod(Entry entry, int holder, boolean first) throws ImageFormatException {
    if (entry.u4(MethodEntry.CLASS) != holder) {
      throw entry.damaged("is not among the methods of its class");
    }
    int key = entry.u4(MethodEntry.KEY);
    if (!first && Integer.compareUnsigned(methodInfos.get(entry.index() - 1).key(), key) >= 0) {
      throw entry.damaged("its key is out of order or there twice");
    }
    String descriptor = entry.name(MethodEntry.DESCRIPTOR_OFFSET);
    if (descriptor.charAt(0) != '(' || descriptor.indexOf(')') < 0) {
      throw entry.damaged("no method has the descriptor " + descriptor);
    }
    methods.add(
        new MethodSymbol(classes.get(holder), entry.name(MethodEntry.NAME_OFFSET), descriptor));
    if (entry.u2(MethodEntry.PADDING) != 0) {
      throw entry.damaged("its padding is not zero");
    }
    methodInfos.add(new MethodInfo(key, entry.u2(MethodEntry.CODE_SIZE)));
  }

  /** Whether it is an internal name or the descriptor of an array. */
  static boolean isClassName(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = name.substring(dimensions);
    if (dimensions == 0) {
      return isInternalName(element);
    }
    return element.length() == 1
        ? "ZBCSIJFD".contains(element)
        : element.startsWith("L")
            && element.endsWith(";")
            && isInternalName(element.substring(1, element.length() - 1));
  }

  private static boolean isInternalName(String name) {
    return !name.isEmpty() && name.indexOf(';') < 0 && name.indexOf('[') < 0;
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> zip(List<K> keys, List<V> values) {
    SortedMap<K, V> map = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return Collections.unmodifiableSortedMap(map);
  }
}
