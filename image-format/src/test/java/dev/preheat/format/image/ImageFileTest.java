package dev.preheat.format.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.elf.ElfSymbol;
import dev.preheat.format.elf.ReadElf;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {
  @TempDir Path directory;

  @Test
  void anImageReadsBackAsTheSameModel() throws Exception {
    Path file = directory.resolve("app.so");

    ImageFile.write(SampleImage.model(), file);

    assertEquals(SampleImage.model(), ImageReader.read(file));
  }

  @Test
  void theSharedObjectLiesWhereTheHeaderSays() throws Exception {
    Path file = directory.resolve("app.so");
    ImageWriter.Layout layout = ImageFile.write(SampleImage.model(), file);

    ReadElf elf = ElfReader.read(file);

    assertEquals("app.so", elf.file().name());
    assertEquals(
        Map.of(".preheat", (long) ImageLayout.REGION_FILE_OFFSET, ".text", layout.codeFileOffset()),
        elf.offsets());
    assertEquals(
        List.of(
            "preheat_image",
            "exception handler [x86-64-v3 G1]",
            "demo.Main.run([Ljava/lang/String;)V [x86-64-v3 G1]",
            "exception handler [x86-64-v3 Serial]",
            "demo.Main.run([Ljava/lang/String;)V [x86-64-v3 Serial]"),
        elf.file().symbols().stream().map(ElfSymbol::name).toList());
  }
}
