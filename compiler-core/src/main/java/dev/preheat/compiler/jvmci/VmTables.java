// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmStructs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Where the running libjvm lies, in memory and as a file, and what it says of its structures. */
public final class VmTables {

  private static final int ELF_PROGRAM_HEADERS = 32;
  private static final int ELF_PROGRAM_HEADER_SIZE = 54;
  private static final int ELF_PROGRAM_HEADER_COUNT = 56;
  private static final int PT_NOTE = 4;
  private static final int NT_GNU_BUILD_ID = 3;
  private static final int BUILD_ID_BYTES = 20;
  private static final int NOTE_HEADER = 16;

  private final Path library;
  private final SymbolLookup symbols;
  private final long base;
  private final long end;
  private final VmStructs structs;

  /** Reads the tables of the running JVM. */
  public VmTables() {
    library = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
    symbols = lookup(library);
    List<String> maps = memoryMap();
    base = base(maps, library);
    end = end(maps, library);
    structs = new VmStructs(RawMemory.reader(), this::symbol);
  }

  @SuppressWarnings(
      "restricted") // Looks up data symbols of the JVM we run in; jvm-options grants it.
  private static SymbolLookup lookup(Path library) {
    try {
      return SymbolLookup.libraryLookup(library, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new UnknownVmException("has no " + library, e);
    }
  }

  /** Address at which libjvm is loaded. */
  public long base() {
    return base;
  }

  /** Whether an address is one of libjvm's. */
  boolean contains(long address) {
    return address >= base && address < end;
  }

  /** The file of libjvm. */
  public Path library() {
    return library;
  }

  /** What the JVM says of its structures. */
  public VmStructs structs() {
    return structs;
  }

  /** Offset of an instance field. */
  public int offset(String name) {
    return structs.offset(name);
  }

  /** Offset of an instance field. */
  public int offset(VmField field) {
    return structs.offset(field);
  }

  /** Address of a static field. */
  public long address(String name) {
    return structs.address(name);
  }

  /** Offset of the 20 bytes of libjvm's GNU build id from {@link #base}. */
  public int buildIdOffset() {
    return buildIdOffset(base, library);
  }

  /** The same of any library that lies in memory. */
  static int buildIdOffset(long base, Path library) {
    long header = base + RawMemory.u8(base + ELF_PROGRAM_HEADERS);
    int size = RawMemory.u2(base + ELF_PROGRAM_HEADER_SIZE);
    int count = RawMemory.u2(base + ELF_PROGRAM_HEADER_COUNT);
    for (int i = 0; i < count; i++, header += size) {
      if (RawMemory.u4(header) == PT_NOTE) {
        long note = base + RawMemory.u8(header + 16);
        if (RawMemory.u4(note + 8) == NT_GNU_BUILD_ID && RawMemory.u4(note + 4) == BUILD_ID_BYTES) {
          return Math.toIntExact(note + NOTE_HEADER - base);
        }
      }
    }
    throw new UnknownVmException("has no GNU build id in " + library);
  }

  /** libjvm's GNU build id in lower-case hexadecimal. */
  public String buildId() throws IOException {
    byte[] id = RawMemory.bytes(base + buildIdOffset(), BUILD_ID_BYTES);
    try (FileChannel file = FileChannel.open(library)) {
      ByteBuffer inFile = ByteBuffer.allocate(BUILD_ID_BYTES);
      file.read(inFile, buildIdOffset());
      checkSamePlace(id, inFile.array());
    }
    return HexFormat.of().formatHex(id);
  }

  /** The loader looks into the file before it looks into memory, and knows of one offset. */
  static void checkSamePlace(byte[] inMemory, byte[] inFile) {
    if (!Arrays.equals(inMemory, inFile)) {
      throw new UnknownVmException("has its build id elsewhere in memory than in its file");
    }
  }

  long symbol(String name) {
    return RawMemory.u8(
        symbols
            .find(name)
            .orElseThrow(() -> new UnknownVmException("does not export the symbol " + name))
            .address());
  }

  static List<String> memoryMap() {
    try {
      return Files.readAllLines(Path.of("/proc/self/maps"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the memory map of this JVM", e);
    }
  }

  /** Where a library starts that is mapped as the lines of /proc/self/maps say. */
  static long base(List<String> maps, Path library) {
    String suffix = "/" + library.getFileName();
    return maps.stream()
        .filter(line -> line.endsWith(suffix))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16))
        .min()
        .orElseThrow(() -> new UnknownVmException("does not run from " + library));
  }

  /** Where such a library ends. */
  private static long end(List<String> maps, Path library) {
    String suffix = "/" + library.getFileName();
    return maps.stream()
        .filter(line -> line.endsWith(suffix))
        .map(line -> line.substring(line.indexOf('-') + 1, line.indexOf(' ')))
        .mapToLong(end -> Long.parseUnsignedLong(end, 16))
        .max()
        .orElse(0);
  }
}
