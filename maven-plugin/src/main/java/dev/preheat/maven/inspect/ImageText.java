package dev.preheat.maven.inspect;

import dev.preheat.format.elf.ReadElf;
import dev.preheat.format.image.ImageLayout;
import dev.preheat.format.image.ImageModel;
import dev.preheat.format.image.ImageModel.Container;
import dev.preheat.format.image.ImageModel.Fact;
import dev.preheat.format.image.ImageModel.InstallRecord;
import dev.preheat.format.image.ImageModel.Variant;
import dev.preheat.format.image.RecordKind;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What an image says about itself, as lines of text. */
public final class ImageText {
  private final ImageModel image;
  private final Formatter text = new Formatter(Locale.ROOT);

  private ImageText(ImageModel image) {
    this.image = image;
  }

  /**
   * The whole image: what it was made for, its class path, and of each variant the fingerprint and
   * the methods in install order.
   *
   * @param elf the shared object that holds the image
   * @param fileSize in bytes
   */
  public static List<String> of(ImageModel image, ReadElf elf, long fileSize) {
    ImageText all = new ImageText(image);
    all.header(elf, fileSize);
    all.jvm();
    all.classPath();
    image.variants().forEach(all::variant);
    return all.text.toString().lines().toList();
  }

  private void header(ReadElf elf, long fileSize) {
    text.format("Image %s, format version %d%n", elf.file().name(), ImageLayout.VERSION);
    text.format("  %,d bytes, build id %s%n", fileSize, elf.buildId());
    text.format(
        "  %,d classes and %,d methods are named in it%n",
        image.classes().size(), image.methods().size());
  }

  private void jvm() {
    text.format("Made for the JVM with%n");
    image.properties().forEach((name, value) -> text.format("  %s = %s%n", name, value));
  }

  private void classPath() {
    text.format("Class path%n");
    for (int i = 0; i < image.containers().size(); i++) {
      Container container = image.containers().get(i);
      String parent =
          container.parent() == ImageLayout.NONE
              ? ""
              : ", named by the manifest of " + container.parent();
      text.format(
          "  %2d %s: %s, %,d bytes, checksum %016x%s%n",
          i,
          container.name(),
          word(container.kind()),
          container.size(),
          container.checksum(),
          parent);
    }
  }

  private void variant(Variant variant) {
    text.format("Variant %s%n", variant.name());
    text.format("  Fingerprint: %,d facts about the JVM%n", variant.facts().size());
    for (Fact fact : variant.facts()) {
      text.format(
          "    %s: %s 0x%x at libjvm + 0x%x%n",
          fact.name(), word(fact.kind()), fact.expected(), fact.offset());
    }
    records(variant, RecordKind.STUB, "runtime stubs");
    records(variant, RecordKind.METHOD, "methods");
  }

  private void records(Variant variant, RecordKind kind, String plural) {
    List<InstallRecord> records =
        variant.records().stream().filter(record -> record.subject().kind() == kind).toList();
    long code = records.stream().mapToLong(record -> record.body().code().length).sum();
    long data = records.stream().mapToLong(record -> record.body().data().length).sum();
    long stream = records.stream().mapToLong(record -> record.body().stream().length).sum();
    text.format(
        "  %,d %s: %,d bytes of code, %,d of data, %,d of install streams%n",
        records.size(), plural, code, data, stream);
    for (InstallRecord record : records) {
      text.format(
          "    %,8d bytes, weight %,d: %s%n",
          record.body().code().length, record.weight(), record.subject().name());
    }
  }

  /** A constant as a word: {@code AT_LEAST_4} is "at least 4". */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
