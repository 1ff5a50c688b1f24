// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.check;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.elf.ElfSymbol;
import dev.preheat.format.elf.ReadElf;
import dev.preheat.format.image.layout.ImageSections;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Opens an image as the dynamic linker does and compares what it finds with what our own reader
 * finds in the file: two readers that share no code have to agree.
 */
final class LibraryCheck {

  private final ReadElf elf;
  private final NativeLibrary library;
  private final long base;

  private LibraryCheck(ReadElf elf, NativeLibrary library) {
    this.elf = elf;
    this.library = library;
    this.base =
        address(ImageSections.REGION_SYMBOL) - fileAddress(symbol(ImageSections.REGION_SYMBOL));
  }

  /**
   * Checks an image.
   *
   * @return how much was compared, for the log
   * @throws IOException if the file cannot be read, or the two do not agree
   */
  static String check(Path image) throws IOException {
    ReadElf elf = ElfReader.read(image);
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(image.toString());
    } catch (UnsatisfiedLinkError e) {
      throw new IOException("the dynamic linker refuses it: " + e.getMessage(), e);
    }
    try (library) {
      return new LibraryCheck(elf, library).compareSymbols();
    }
  }

  private String compareSymbols() throws IOException {
    int exported = 0;
    for (ElfSymbol symbol : elf.file().symbols()) {
      if (symbol.exported()) {
        exported++;
        compareAddress(symbol);
      }
      compareContents(symbol);
    }
    return String.format(
        Locale.ROOT,
        "opened with dlopen: %,d symbols compared, %,d of them through dlsym",
        elf.file().symbols().size(),
        exported);
  }

  private void compareAddress(ElfSymbol symbol) throws IOException {
    long expected = base + fileAddress(symbol);
    long actual = address(symbol.name());
    if (actual != expected) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the symbol %s is at 0x%x, not at 0x%x",
              symbol.name(),
              actual - base,
              expected - base));
    }
  }

  private void compareContents(ElfSymbol symbol) throws IOException {
    int size = Math.toIntExact(symbol.size());
    ByteBuffer contents = elf.file().section(symbol.section()).contents();
    ByteBuffer inFile = contents.slice(Math.toIntExact(symbol.offset()), size);
    ByteBuffer inMemory = new Pointer(base + fileAddress(symbol)).getByteBuffer(0, size);
    int mismatch = inFile.mismatch(inMemory);
    if (mismatch >= 0) {
      throw new IOException(
          "byte " + mismatch + " of " + symbol.name() + " differs between the file and memory");
    }
  }

  private long fileAddress(ElfSymbol symbol) {
    return elf.offsets().get(symbol.section()) + symbol.offset();
  }

  private ElfSymbol symbol(String name) {
    return elf.file().symbols().stream()
        .filter(symbol -> symbol.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no symbol " + name));
  }

  private long address(String name) {
    return Pointer.nativeValue(library.getGlobalVariableAddress(name));
  }
}
