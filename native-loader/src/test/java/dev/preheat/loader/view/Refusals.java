// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageFile;
import dev.preheat.hotspot.ObjectLayout;
import dev.preheat.hotspot.VmField;
import dev.preheat.loader.image.PatchedImage;
import dev.preheat.loader.install.VmInstaller;
import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Phases;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program that loads images of which each is refused for another reason, and prints these.
 * Argument: an image that fits this JVM.
 */
final class Refusals {

  private static final long ELF_CLASS_AND_ORDER = 0x0102L;
  private static final int PAGE_BYTES = 4096;

  private final ImageModel model;
  private final Path file;

  private Refusals(Path image) throws IOException {
    model = ImageReader.read(image);
    file = image.resolveSibling("refused.so");
  }

  public static void main(String[] arguments) throws IOException {
    Refusals refusals = new Refusals(Path.of(arguments[0]));
    refusals.ofProperties();
    refusals.ofLayout();
    refusals.ofVariants();
    refusals.ofTables();
  }

  private void ofProperties() throws IOException {
    print(properties("libjvm.size", "1"), model.layout(), model.variants());
    print(properties("libjvm.buildId", "00"), model.layout(), model.variants());
    for (String name : List.of("libjvm.size", "libjvm.buildId", ObjectLayout.PROPERTY)) {
      SortedMap<String, String> fewer = new TreeMap<>(model.properties());
      fewer.remove(name);
      print(fewer, model.layout(), model.variants());
    }
    printObjects("headers of 12 bytes", "headers of 8 bytes");
    printObjects("Class.classRedefinedCount 12", "Class.classRedefinedCount 16");
  }

  private void printObjects(String part, String other) throws IOException {
    String layout = model.properties().get(ObjectLayout.PROPERTY);
    print(
        properties(ObjectLayout.PROPERTY, layout.replace(part, other)),
        model.layout(),
        model.variants());
  }

  private void ofLayout() throws IOException {
    print(model.properties(), layout(VmField.KLASS_JAVA_MIRROR, 5000), model.variants());
    int base = model.layout().get(VmField.LIBJVM_FIRST_VIRTUAL);
    print(model.properties(), layout(VmField.LIBJVM_FIRST_VIRTUAL, base + 8), model.variants());
    // One page further on, libjvm has no header.
    print(
        model.properties(),
        layout(VmField.LIBJVM_FIRST_VIRTUAL, base - PAGE_BYTES),
        model.variants());
    print(model.properties(), layout(VmField.LIBJVM_BUILD_ID, -1), model.variants());
    print(model.properties(), layout(VmField.LIBJVM_SHARED_BASE, -8), model.variants());
  }

  private void ofVariants() throws IOException {
    print(model.properties(), model.layout(), List.of());
    // libjvm starts with the magic number of ELF.
    print(new Fact("the magic", FactKind.EQUAL_1, FactPhase.START, 1, 'F'));
    print(new Fact("the magic", FactKind.AT_LEAST_4, FactPhase.START, 0, 0x7FFFFFFF));
    print(
        new Fact("the class", FactKind.SUPERSET_8, FactPhase.START, 0, 1L << 63),
        new Fact("the size", FactKind.SUPERSET_8, FactPhase.START, 0, ELF_CLASS_AND_ORDER << 32),
        new Fact("the order", FactKind.SUPERSET_8, FactPhase.START, 0, 1L << 62));
    print(new Fact("the routine", FactKind.GENERATED_8, FactPhase.START, Long.BYTES, 0));
    print(new Fact("the end", FactKind.EQUAL_1, FactPhase.START, 1L << 40, 1));
  }

  private void ofTables() throws IOException {
    write(model.properties(), model.layout(), model.variants());
    patch(TableNumber.FACTS, ImageLayout.FactLayout.KIND, 9);
    patch(TableNumber.VARIANTS, ImageLayout.VariantLayout.FIRST_RECORD, 1 << 20);
  }

  private SortedMap<String, String> properties(String name, String value) {
    SortedMap<String, String> properties = new TreeMap<>(model.properties());
    properties.put(name, value);
    return properties;
  }

  private SortedMap<VmField, Integer> layout(VmField field, int value) {
    SortedMap<VmField, Integer> layout = new TreeMap<>(model.layout());
    layout.put(field, value);
    return layout;
  }

  private void print(Fact... facts) throws IOException {
    Variant variant = new Variant("test", List.of(facts), model.variants().get(0).records());
    print(model.properties(), model.layout(), List.of(variant));
  }

  private void print(
      SortedMap<String, String> properties,
      SortedMap<VmField, Integer> layout,
      List<Variant> variants)
      throws IOException {
    write(properties, layout, variants);
    print(file);
  }

  private void write(
      SortedMap<String, String> properties,
      SortedMap<VmField, Integer> layout,
      List<Variant> variants)
      throws IOException {
    ImageFile.write(
        new ImageModel(
            properties, layout, model.containers(), model.classes(), model.methods(), variants),
        file);
  }

  /** With another number in the first entry of a table. */
  private void patch(int table, int field, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int region = ImageLayout.REGION_FILE_OFFSET;
    int start = image.getInt(region + Header.DIRECTORY + table * Header.DIRECTORY_ENTRY);
    image.putInt(region + start + field, value);
    PatchedImage.fixChecksum(image);
    print(Files.write(file.resolveSibling("patched.so"), bytes));
  }

  private static void print(Path image) {
    try {
      VmInstaller none = new VmInstaller((objects, numbers) -> 0, false);
      new ImageLoader(Options.read(image.toString()), new Phases(), null, none).close();
      System.out.println("not refused");
    } catch (Refusal e) {
      System.out.println(e.getMessage());
    }
  }
}
