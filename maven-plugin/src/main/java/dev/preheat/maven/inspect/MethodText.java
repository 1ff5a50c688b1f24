package dev.preheat.maven.inspect;

import dev.preheat.format.Json;
import dev.preheat.format.image.ImageModel;
import dev.preheat.format.image.ImageModel.ClassInfo;
import dev.preheat.format.image.ImageModel.ClassMirror;
import dev.preheat.format.image.ImageModel.ClassSymbol;
import dev.preheat.format.image.ImageModel.CodeAddressPatch;
import dev.preheat.format.image.ImageModel.External;
import dev.preheat.format.image.ImageModel.InstallRecord;
import dev.preheat.format.image.ImageModel.KlassPatch;
import dev.preheat.format.image.ImageModel.MethodPatch;
import dev.preheat.format.image.ImageModel.ObjectSymbol;
import dev.preheat.format.image.ImageModel.Patch;
import dev.preheat.format.image.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.ImageModel.ResolvedReferences;
import dev.preheat.format.image.ImageModel.StreamAddressPatch;
import dev.preheat.format.image.ImageModel.StringConstant;
import dev.preheat.format.image.ImageModel.Variant;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** One method or stub of an image, as lines of text: its sizes, relocations and assumptions. */
public final class MethodText {
  private final ImageModel image;
  private final Formatter text = new Formatter(Locale.ROOT);

  private MethodText(ImageModel image) {
    this.image = image;
  }

  /**
   * The names that a text stands for: the method of exactly that name, else all whose names contain
   * it, each once, in the order of the image.
   */
  public static List<String> matching(ImageModel image, String text) {
    List<String> names =
        image.variants().stream()
            .flatMap(variant -> variant.records().stream())
            .map(record -> record.subject().name())
            .distinct()
            .toList();
    return names.contains(text)
        ? List.of(text)
        : names.stream().filter(name -> name.contains(text)).toList();
  }

  /** The record of that name in every variant that has it. */
  public static List<String> of(ImageModel image, String name) {
    MethodText all = new MethodText(image);
    for (Variant variant : image.variants()) {
      for (int i = 0; i < variant.records().size(); i++) {
        if (variant.records().get(i).subject().name().equals(name)) {
          all.record(variant, i);
        }
      }
    }
    return all.text.toString().lines().toList();
  }

  private void record(Variant variant, int index) {
    InstallRecord record = variant.records().get(index);
    text.format("%s%n", record.subject().name());
    text.format(
        "  %s %,d of %,d in variant %s, weight %,d%n",
        record.subject().kind().name().toLowerCase(Locale.ROOT),
        index + 1,
        variant.records().size(),
        variant.name(),
        record.weight());
    text.format(
        "  %,d bytes of code, %,d of data aligned to %d, %,d of install stream, frame of %,d bytes%n",
        record.body().code().length,
        record.body().data().length,
        record.body().dataAlignment(),
        record.body().stream().length,
        record.body().frameSize());
    text.format("  %,d relocations%n", record.patches().size());
    record.patches().forEach(this::patch);
    text.format("  %,d object constants%n", record.objects().size());
    record.objects().forEach(this::object);
    text.format("  relies on the files of %,d classes%n", record.dependencies().size());
    record.dependencies().forEach(this::dependency);
    text.format("  assumes %,d classes to be initialised%n", record.initialized().size());
    record.initialized().forEach(type -> text.format("    %s%n", type));
  }

  private void patch(Patch patch) {
    String place = patch instanceof CodeAddressPatch ? "code" : "stream";
    text.format("    %s + 0x%04x: %s%n", place, patch.offset(), target(patch));
  }

  /** Java 17 has no switch over a sealed type yet; the last case is the only one that is left. */
  private static String target(Patch patch) {
    if (patch instanceof KlassPatch klass) {
      return "class " + klass.type();
    }
    if (patch instanceof MethodPatch method) {
      return "method " + method.method();
    }
    if (patch instanceof StreamAddressPatch address) {
      return external(address.external());
    }
    return external(((CodeAddressPatch) patch).external());
  }

  private static String external(External external) {
    String kind = external.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return kind + " " + external.name();
  }

  private void object(ObjectSymbol object) {
    String kind = object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    text.format("    %s %s%n", kind, value(object));
  }

  private static String value(ObjectSymbol object) {
    if (object instanceof StringConstant string) {
      return Json.quote(string.value());
    }
    if (object instanceof ClassMirror mirror) {
      return mirror.type().toString();
    }
    if (object instanceof PrimitiveMirror mirror) {
      return String.valueOf(mirror.descriptor());
    }
    return ((ResolvedReferences) object).type().toString();
  }

  private void dependency(ClassSymbol type) {
    ClassInfo info = image.classes().get(type);
    String digest = info.digest().isEmpty() ? "the JDK's own" : "SHA-256 " + info.digest();
    text.format("    %s: %s%n", type, digest);
  }
}
