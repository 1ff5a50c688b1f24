// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.describe;

import dev.preheat.format.Json;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.model.ObjectKind;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.SymbolText;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What an image says, as lines of text for people; {@link ImageJson} says the same to programs. */
public final class ImageDescription {

  private final ImageModel model;
  private final List<StringBuilder> lines = new ArrayList<>();

  private ImageDescription(ImageModel model) {
    this.model = model;
  }

  /**
   * What the image was made for (properties of the JVM, class path, facts) and how large its parts
   * are.
   */
  public static List<String> header(ImageModel model) {
    ImageDescription description = new ImageDescription(model);
    description.describeHeader();
    return description.lines();
  }

  /** All methods and stubs, those with the largest code first. */
  public static List<String> methods(ImageModel model) {
    ImageDescription description = new ImageDescription(model);
    description.describeMethods();
    return description.lines();
  }

  /**
   * Methods and stubs in detail, in the order of the image; nothing if none matches.
   *
   * @param pattern a name as in the list of methods, or with {@code *} a pattern of names. Without
   *     one it is the method of exactly that name, or else all whose names contain it
   */
  public static List<String> method(ImageModel model, String pattern) {
    ImageDescription description = new ImageDescription(model);
    DescribedRecord.matching(model, pattern).forEach(description::describeRecord);
    return description.lines();
  }

  private void describeHeader() {
    TableSizes sizes = TableSizes.of(model);
    line()
        .format(
            "Image of format version %d: %,d bytes of tables, %,d bytes of code",
            ImageLayout.VERSION, sizes.region(), sizes.code());
    line().format("Made for the JVM with");
    model.properties().forEach((name, value) -> line().format("  %s = %s", name, value));
    line().format("Class path");
    for (int i = 0; i < model.containers().size(); i++) {
      describeContainer(i, model.containers().get(i));
    }
    line().format("Tables");
    for (Table table : Table.values()) {
      int count = sizes.counts().get(table);
      line()
          .format(
              "  %-12s %,11d bytes, %,d entries",
              SymbolText.words(table), TableSizes.bytes(table, count), count);
    }
    model.variants().forEach(this::describeVariant);
  }

  private void describeContainer(int index, Container container) {
    String parent =
        container.parent() == ImageLayout.NONE
            ? ""
            : ", named by the manifest of " + container.parent();
    line()
        .format(
            "  %d %s: %s, %,d bytes, checksum %016x%s",
            index,
            container.name(),
            SymbolText.words(container.kind()),
            container.size(),
            container.checksum(),
            parent);
  }

  private void describeVariant(Variant variant) {
    line().format("Variant %s", variant.name());
    line().format("  %,d facts about the JVM", variant.facts().size());
    for (Fact fact : variant.facts()) {
      line()
          .format(
              "    %s: %s 0x%x at libjvm + 0x%x (%s)",
              fact.name(),
              SymbolText.words(fact.kind()),
              fact.expected(),
              fact.offset(),
              SymbolText.words(fact.phase()));
    }
    for (RecordKind kind : RecordKind.values()) {
      Sizes sizes = Sizes.of(variant.records(), kind::equals);
      line()
          .format(
              "  %,d records of kind %s: %,d bytes of code, %,d of install streams, %,d of data",
              sizes.records(), SymbolText.words(kind), sizes.code(), sizes.stream(), sizes.data());
      sizes
          .relocations()
          .forEach(
              (each, count) ->
                  line().format("    %,d relocations %s", count, SymbolText.words(each)));
    }
  }

  private void describeMethods() {
    boolean several = model.variants().size() > 1;
    line().format("%11s %11s %11s %16s  %s", "code", "stream", "data", "weight", "name");
    for (DescribedRecord each : DescribedRecord.byCodeSize(model)) {
      MachineCode body = each.record().body();
      line()
          .format(
              "%,11d %,11d %,11d %,16d  %s%s",
              body.code().length,
              body.stream().length,
              body.data().length,
              each.record().weight(),
              each.name(),
              several ? " [" + each.variant().name() + "]" : "");
    }
  }

  private void describeRecord(DescribedRecord described) {
    InstallRecord record = described.record();
    MachineCode body = record.body();
    line().format("%s", described.name());
    line()
        .format(
            "  %s %,d of %,d in variant %s, weight %,d",
            SymbolText.words(record.subject().kind()),
            described.position() + 1,
            described.variant().records().size(),
            described.variant().name(),
            record.weight());
    line()
        .format(
            "  %,d bytes of code, %,d of install stream, %,d of data aligned to %d, frame of %,d bytes",
            body.code().length,
            body.stream().length,
            body.data().length,
            body.dataAlignment(),
            body.frameSize());
    line().format("  %,d relocations", record.relocations().size());
    for (Relocation patch : record.relocations()) {
      line()
          .format(
              "    %s + 0x%04x: %s %s",
              SymbolText.place(patch),
              patch.offset(),
              SymbolText.targetKind(patch),
              SymbolText.target(patch));
    }
    line().format("  %,d object constants", record.objects().size());
    record.objects().forEach(this::describeObject);
    line().format("  relies on the files of %,d classes", record.dependencies().size());
    record.dependencies().forEach(this::describeDependency);
    line().format("  assumes %,d classes to be initialised", record.initialized().size());
    record.initialized().forEach(type -> line().format("    %s", type));
  }

  private void describeObject(ObjectSymbol object) {
    String value = SymbolText.value(object);
    line()
        .format(
            "    %s %s",
            SymbolText.words(object.kind()),
            object.kind() == ObjectKind.STRING ? Json.quote(value) : value);
  }

  private void describeDependency(ClassSymbol type) {
    ClassInfo info = model.classes().get(type);
    line()
        .format(
            "    %s: %s",
            type, info.digest().isEmpty() ? "part of the JDK" : "SHA-256 " + info.digest());
  }

  /** What is formatted with it is one more line. */
  private Formatter line() {
    StringBuilder line = new StringBuilder();
    lines.add(line);
    return new Formatter(line, Locale.ROOT);
  }

  private List<String> lines() {
    return lines.stream().map(line -> SymbolText.printable(line.toString())).toList();
  }
}
