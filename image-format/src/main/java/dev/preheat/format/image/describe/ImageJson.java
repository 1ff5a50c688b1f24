// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.describe;

import dev.preheat.format.Json;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
import dev.preheat.format.image.model.SymbolText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an image says, as JSON; sizes are in bytes. See {@link ImageDescription} for the text. */
public final class ImageJson {

  private ImageJson() {}

  /** What the image was made for, and how large its parts are. */
  public static Json header(ImageModel model) {
    TableSizes sizes = TableSizes.of(model);
    Json.Members properties = Json.object();
    for (Map.Entry<String, String> property : model.properties().entrySet()) {
      properties = properties.with(property.getKey(), property.getValue());
    }
    Json.Members tables = Json.object();
    for (Map.Entry<Table, Integer> table : sizes.counts().entrySet()) {
      tables =
          tables.with(
              SymbolText.words(table.getKey()),
              Json.object()
                  .with("entries", table.getValue())
                  .with("bytes", TableSizes.bytes(table.getKey(), table.getValue())));
    }
    return Json.object()
        .with("formatVersion", ImageLayout.VERSION)
        .with("tableBytes", sizes.region())
        .with("codeBytes", sizes.code())
        .with("properties", properties)
        .with("classPath", Json.array(model.containers().stream().map(ImageJson::of).toList()))
        .with("tables", tables)
        .with("variants", Json.array(model.variants().stream().map(ImageJson::of).toList()));
  }

  /** All methods and stubs, those with the largest code first. */
  public static Json methods(ImageModel model) {
    return Json.array(DescribedRecord.byCodeSize(model).stream().map(ImageJson::sizes).toList());
  }

  /**
   * Methods and stubs in detail, in the order of the image.
   *
   * @param pattern see {@link ImageDescription#method}
   */
  public static Json method(ImageModel model, String pattern) {
    return Json.array(
        DescribedRecord.matching(model, pattern).stream().map(each -> of(model, each)).toList());
  }

  private static Json of(Container container) {
    Json.Members json =
        Json.object()
            .with("name", container.name())
            .with("kind", SymbolText.words(container.kind()))
            .with("bytes", container.size())
            .with("checksum", "%016x".formatted(container.checksum()));
    return container.parent() == ImageLayout.NONE ? json : json.with("parent", container.parent());
  }

  private static Json of(Variant variant) {
    return Json.object()
        .with("name", variant.name())
        .with("facts", Json.array(variant.facts().stream().map(ImageJson::of).toList()))
        .with("stubs", of(Sizes.of(variant.records(), RecordKind.STUB::equals)))
        .with("methods", of(Sizes.of(variant.records(), kind -> kind != RecordKind.STUB)));
  }

  private static Json of(Fact fact) {
    return Json.object()
        .with("name", fact.name())
        .with("kind", SymbolText.words(fact.kind()))
        .with("phase", SymbolText.words(fact.phase()))
        .with("expected", "0x" + Long.toHexString(fact.expected()))
        .with("libjvmOffset", "0x" + Long.toHexString(fact.offset()));
  }

  private static Json of(Sizes sizes) {
    Json.Members relocations = Json.object();
    for (Map.Entry<RelocationKind, Integer> each : sizes.relocations().entrySet()) {
      relocations = relocations.with(SymbolText.words(each.getKey()), each.getValue());
    }
    return Json.object()
        .with("records", sizes.records())
        .with("codeBytes", sizes.code())
        .with("streamBytes", sizes.stream())
        .with("dataBytes", sizes.data())
        .with("relocations", relocations);
  }

  private static Json.Members sizes(DescribedRecord described) {
    InstallRecord record = described.record();
    MachineCode body = record.body();
    return Json.object()
        .with("name", described.name())
        .with("kind", SymbolText.words(record.subject().kind()))
        .with("variant", described.variant().name())
        .with("position", described.position())
        .with("weight", record.weight())
        .with("codeBytes", body.code().length)
        .with("streamBytes", body.stream().length)
        .with("dataBytes", body.data().length);
  }

  private static Json of(ImageModel model, DescribedRecord described) {
    InstallRecord record = described.record();
    List<Json> dependencies = new ArrayList<>();
    for (ClassSymbol type : record.dependencies()) {
      dependencies.add(
          Json.object()
              .with("class", type.toString())
              .with("sha256", model.classes().get(type).digest()));
    }
    return sizes(described)
        .with("dataAlignment", record.body().dataAlignment())
        .with("frameBytes", record.body().frameSize())
        .with("relocations", Json.array(record.relocations().stream().map(ImageJson::of).toList()))
        .with("objects", Json.array(record.objects().stream().map(ImageJson::of).toList()))
        .with("dependencies", Json.array(dependencies))
        .with(
            "initialized",
            Json.texts(record.initialized().stream().map(ClassSymbol::toString).toList()));
  }

  private static Json of(Relocation patch) {
    return Json.object()
        .with("in", SymbolText.place(patch))
        .with("offset", patch.offset())
        .with("kind", SymbolText.targetKind(patch))
        .with("target", SymbolText.target(patch));
  }

  private static Json of(ObjectSymbol object) {
    return Json.object()
        .with("kind", SymbolText.words(object.kind()))
        .with("value", SymbolText.value(object));
  }
}
