// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import dev.preheat.format.elf.ElfFile;
import dev.preheat.format.elf.ElfSection;
import dev.preheat.format.elf.ElfSymbol;
import dev.preheat.format.elf.ElfWriter;
import dev.preheat.format.elf.SectionKind;
import dev.preheat.format.elf.SymbolKind;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageSections;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.read.ImageReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes an image as a shared object: the region, the code, a symbol for every function. */
public final class ImageFile {

  private ImageFile() {}

  /**
   * Writes an image that is named as its file is.
   *
   * @see #write(ImageModel, String, Path)
   */
  public static ImageWriter.Layout write(ImageModel model, Path target) throws IOException {
    return write(model, target.getFileName().toString(), target);
  }

  /**
   * Writes an image that appears whole or not at all. What was laid out is read back first: an
   * image that {@link ImageReader} would refuse or understand differently is never written.
   *
   * @param name of the shared object ({@code DT_SONAME})
   * @return the image as it was laid out
   * @throws IllegalArgumentException when the model is not one that an image can hold, with the
   *     reason
   * @throws IOException when the file cannot be written; what was there before is still there
   */
  public static ImageWriter.Layout write(ImageModel model, String name, Path target)
      throws IOException {
    ImageWriter.Layout layout = ImageWriter.write(model);
    checkReadsBack(model, layout);
    ElfWriter.write(compose(model, layout, name), target);
    return layout;
  }

  private static ElfFile compose(ImageModel model, ImageWriter.Layout layout, String name) {
    List<ElfSection> sections = new ArrayList<>();
    sections.add(section(ImageSections.REGION_SECTION, SectionKind.DATA, layout.region()));
    if (layout.code().length > 0) {
      sections.add(section(ImageSections.CODE_SECTION, SectionKind.CODE, layout.code()));
    }
    List<ElfSymbol> symbols = new ArrayList<>();
    symbols.add(
        new ElfSymbol(
            ImageSections.REGION_SYMBOL,
            ImageSections.REGION_SECTION,
            0,
            layout.region().length,
            SymbolKind.OBJECT,
            true));
    List<String> names = FunctionNames.of(model);
    for (int i = 0; i < layout.functions().size(); i++) {
      ImageWriter.Function function = layout.functions().get(i);
      if (function.size() > 0) {
        symbols.add(
            new ElfSymbol(
                names.get(i),
                ImageSections.CODE_SECTION,
                function.offset(),
                function.size(),
                SymbolKind.FUNCTION,
                false));
      }
    }
    return new ElfFile(name, sections, symbols);
  }

  private static ElfSection section(String name, SectionKind kind, byte[] contents) {
    return new ElfSection(name, kind, ByteBuffer.wrap(contents));
  }

  private static void checkReadsBack(ImageModel model, ImageWriter.Layout layout) {
    ImageModel read;
    try {
      read = ImageReader.read("the image", layout.region(), layout.code());
    } catch (ImageFormatException e) {
      throw new IllegalArgumentException("no image can hold this model: " + e.getMessage(), e);
    }
    if (!read.equals(model)) {
      throw new IllegalArgumentException(
          "no image can hold this model: it reads back with other " + difference(model, read));
    }
  }

  private static String difference(ImageModel model, ImageModel read) {
    if (!read.properties().equals(model.properties())) {
      return "properties";
    }
    if (!read.layout().equals(model.layout())) {
      return "VM fields";
    }
    if (!read.containers().equals(model.containers())) {
      return "containers";
    }
    if (!read.classes().equals(model.classes())) {
      return "classes";
    }
    return read.methods().equals(model.methods()) ? "variants" : "methods";
  }
}
