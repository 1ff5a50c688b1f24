// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The dynamic linker of the machine is the judge of what is written. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class DynamicLinkerTest {
  @TempDir private Path directory;

  @Test
  void opensTheFileAndFindsWhatIsExported() throws IOException {
    Path file = directory.resolve("libexample.so");
    ElfWriter.write(ElfFiles.example(), file);
    byte[] region = ElfFiles.region(10_000);
    try (NativeLibrary library = NativeLibrary.getInstance(file.toString())) {
      Pointer image = library.getGlobalVariableAddress("preheat_image");

      assertArrayEquals(region, image.getByteArray(0, region.length));
      assertEquals(42, library.getFunction("add").invokeInt(new Object[] {40, 2}));
      Pointer text = library.getFunction("add");
      long offset = ElfReader.read(file).offsets().get(".text");
      assertEquals(offset - 4096, Pointer.nativeValue(text) - Pointer.nativeValue(image));
      assertThrows(UnsatisfiedLinkError.class, () -> library.getFunction("missing"));
      assertThrows(UnsatisfiedLinkError.class, () -> library.getFunction("com.acme.Main.été(I)I"));
    }
  }

  @Test
  void findsEachOfManySymbols() throws IOException {
    byte[] bytes = ElfFiles.region(1000);
    List<ElfSymbol> symbols = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      symbols.add(new ElfSymbol("byte" + i, ".preheat", i, 1, SymbolKind.OBJECT, true));
    }
    ElfSection section = new ElfSection(".preheat", SectionKind.DATA, ByteBuffer.wrap(bytes));
    Path file = directory.resolve("libmany.so");
    ElfWriter.write(new ElfFile("libmany.so", List.of(section), symbols), file);
    try (NativeLibrary library = NativeLibrary.getInstance(file.toString())) {
      for (int i = 0; i < bytes.length; i++) {
        assertEquals(bytes[i], library.getGlobalVariableAddress("byte" + i).getByte(0));
      }
    }
  }
}
