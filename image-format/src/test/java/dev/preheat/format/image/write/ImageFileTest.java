// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.elf.ElfSymbol;
import dev.preheat.format.elf.ReadElf;
import dev.preheat.format.elf.SymbolKind;
import dev.preheat.format.image.RawImage;
import dev.preheat.format.image.SampleImage;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {
  private static final String GIVE_THE_LIBRARY =
      "Give the shared library that mvn package -Pnative writes.";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("app.so");
  }

  @Test
  void anImageReadsBackAsTheSameModel() throws Exception {
    ImageFile.write(SampleImage.model(), file);

    assertEquals(SampleImage.model(), ImageReader.read(file));
  }

  @Test
  void theLoaderFindsBothPartsWithoutReadingElf() throws Exception {
    ImageWriter.Layout layout = ImageFile.write(SampleImage.model(), file);

    byte[] bytes = Files.readAllBytes(file);
    int from = ImageLayout.REGION_FILE_OFFSET;
    ByteBuffer header = ByteBuffer.wrap(bytes).slice(from, 64).order(ByteOrder.LITTLE_ENDIAN);
    int codeFrom = (int) header.getLong(ImageLayout.Header.CODE_FILE_OFFSET);

    assertEquals("PREHEAT1", new String(bytes, from, 8, US_ASCII));
    assertArrayEquals(
        layout.region(), Arrays.copyOfRange(bytes, from, from + layout.region().length));
    assertArrayEquals(
        layout.code(), Arrays.copyOfRange(bytes, codeFrom, codeFrom + layout.code().length));
  }

  @Test
  void toolsFindBothPartsAndEveryFunction() throws Exception {
    ImageWriter.Layout layout = ImageFile.write(SampleImage.model(), file);

    ReadElf elf = ElfReader.read(file);

    assertEquals("app.so", elf.file().name());
    assertEquals(
        Map.of(".preheat", (long) ImageLayout.REGION_FILE_OFFSET, ".text", layout.codeFileOffset()),
        elf.offsets());
    assertEquals(
        List.of(
            new ElfSymbol(
                "preheat_image", ".preheat", 0, layout.region().length, SymbolKind.OBJECT, true),
            function("exception handler [x86-64-v3 G1]", 0, 32),
            function("demo.Main.run([Ljava/lang/String;)V [x86-64-v3 G1]", 32, 40),
            function("exception handler [x86-64-v3 Serial]", 80, 17),
            function("demo.Main.run([Ljava/lang/String;)V [x86-64-v3 Serial]", 112, 25)),
        elf.file().symbols());
  }

  private static ElfSymbol function(String name, long offset, long size) {
    return new ElfSymbol(name, ".text", offset, size, SymbolKind.FUNCTION, false);
  }

  @Test
  void theSameModelGivesTheSameBytes() throws Exception {
    Path other = directory.resolve("other.so");

    ImageFile.write(SampleImage.model(), "name.so", file);
    ImageFile.write(SampleImage.model(), "name.so", other);

    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
  }

  @Test
  void anImageWithoutCodeCanBeWritten() throws Exception {
    ImageModel model = SampleImage.with(SampleImage.model(), List.of());

    ImageFile.write(model, file);

    assertEquals(model, ImageReader.read(file));
  }

  @Test
  void namesOfFunctionsAreUniqueAndPrintable() {
    ImageModel model = SampleImage.model();
    MethodSymbol method =
        new MethodSymbol(new ClassSymbol(ClassRole.APP, "a\nb"), "\u0000c\u0085", "()V");
    InstallRecord record = SampleImage.model().variants().get(0).records().get(1);
    InstallRecord odd = SampleImage.withSubject(record, new MethodSubject(method, true));

    List<String> names =
        FunctionNames.of(
            SampleImage.with(model, List.of(new Variant("v", List.of(), List.of(odd, odd, odd)))));

    assertEquals(
        List.of(
            "a\\u000ab.\\u0000c\\u0085()V",
            "a\\u000ab.\\u0000c\\u0085()V #2",
            "a\\u000ab.\\u0000c\\u0085()V #3"),
        names);
  }

  /** Where the shared object's own tables begin only every 61st length: reading those is slow. */
  @Test
  void everyTruncationIsRefused() throws Exception {
    ImageFile.write(SampleImage.model(), file);
    long slowFrom = ImageLayout.REGION_FILE_OFFSET + 64;

    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long length = channel.size();
      while (length > 0) {
        length -= length > slowFrom ? 61 : 1;
        channel.truncate(Math.max(length, 0));
        Exception e = assertThrows(ImageFormatException.class, () -> ImageReader.read(file));
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      }
    }
  }

  @Test
  void theLastByteMatters() throws Exception {
    ImageFile.write(SampleImage.model(), file);

    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }

    assertThrows(ImageFormatException.class, () -> ImageReader.read(file));
  }

  @Test
  void everyTruncationOfOnePartIsRefused() {
    RawImage image = new RawImage(SampleImage.model());
    for (int length = 0; length < image.region().length; length++) {
      byte[] cut = Arrays.copyOf(image.region(), length);
      assertThrows(ImageFormatException.class, () -> ImageReader.read("app.so", cut, image.code()));
    }
    for (int length = 0; length < image.code().length; length++) {
      byte[] cut = Arrays.copyOf(image.code(), length);
      assertThrows(
          ImageFormatException.class, () -> ImageReader.read("app.so", image.region(), cut));
    }
  }

  @Test
  void whatIsNoImageIsNamed() throws Exception {
    assertRefused(file, "the file does not exist. Build it with mvn package -Pnative.");
    assertRefused(directory, "not an image but a directory. " + GIVE_THE_LIBRARY);
    Files.write(file, new byte[0]);
    assertRefused(
        file,
        "the image is damaged: it is empty."
            + " Build it again (mvn package -Pnative) and copy it as a binary file.");
    Files.writeString(file, "PK");
    assertRefused(file, "not an image: it is no ELF shared library. " + GIVE_THE_LIBRARY);
    Files.write(file, "\u007fELF rest".getBytes(US_ASCII));
    assertRefused(file, "not an image: it ends before an image begins. " + GIVE_THE_LIBRARY);
    Files.write(file, Arrays.copyOf("\u007fELF".getBytes(US_ASCII), 10_000));
    assertRefused(
        file, "not an image: there is no image header at offset 4096. " + GIVE_THE_LIBRARY);
  }

  @Test
  void aHeaderThatDiffersFromTheSectionsIsRefused() throws Exception {
    ImageFile.write(SampleImage.model(), file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer header =
        ByteBuffer.wrap(bytes)
            .slice(ImageLayout.REGION_FILE_OFFSET, 64)
            .order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(ImageLayout.Header.CODE_FILE_OFFSET, 1 << 20);
    Files.write(file, bytes);

    assertRefused(
        file,
        "the image is damaged: its header says that there are 137 bytes at 1048576, its section"
            + " .text does not. Build it again (mvn package -Pnative) and copy it as a binary"
            + " file.");
  }

  private static void assertRefused(Path path, String message) {
    Exception e = assertThrows(ImageFormatException.class, () -> ImageReader.read(path));
    assertEquals(path + ": " + message, e.getMessage());
  }

  @Test
  void aRefusedModelLeavesWhatWasThere() throws Exception {
    ImageFile.write(SampleImage.model(), file);
    byte[] before = Files.readAllBytes(file);
    ImageModel model = SampleImage.model();
    ImageModel wrong =
        new ImageModel(
            new TreeMap<>(Map.of("\ud800", "")),
            model.layout(),
            model.containers(),
            model.classes(),
            model.methods(),
            model.variants());

    assertThrows(IllegalArgumentException.class, () -> ImageFile.write(wrong, file));

    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }
}
