// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import dev.preheat.format.image.layout.ImageChecksum;
import dev.preheat.format.image.layout.ImageHeader;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.Variant;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays out an image: numbers the symbols, fills the tables, places the code. The result depends on
 * the model only.
 *
 * <p>Not thread-safe; one writer writes one image.
 */
public final class ImageWriter {

  /**
   * The laid-out image.
   *
   * @param region goes to {@link ImageLayout#REGION_FILE_OFFSET} of the file
   * @param code goes to the file offset named by {@link #codeFileOffset}
   * @param codeFileOffset a multiple of the page size
   * @param functions one for each record, in order
   */
  public record Layout(byte[] region, byte[] code, long codeFileOffset, List<Function> functions) {}

  /** Where the code of a record lies, in bytes from the start of the code area. */
  public record Function(String name, int offset, int size) {}

  private final Tables tables = new Tables();
  private final List<Function> functions = new ArrayList<>();
  private final Bytes code = new Bytes();

  private ImageWriter() {}

  /**
   * Lays out an image.
   *
   * @throws IllegalArgumentException when the model names a symbol that it does not describe, or a
   *     table is too large
   */
  public static Layout write(ImageModel model) {
    return new ImageWriter().layOut(model);
  }

  private Layout layOut(ImageModel model) {
    SymbolTables symbols = new SymbolTables(tables, model);
    symbols.write();
    int record = 0;
    for (int number = 0; number < model.variants().size(); number++) {
      Variant variant = model.variants().get(number);
      Bytes out = tables.of(Table.VARIANTS);
      out.ref(tables.string(variant.name()));
      out.u4(tables.count(Table.FACTS)).u4(variant.facts().size());
      out.u4(record).u4(variant.records().size());
      symbols.writeFacts(variant.facts());
      for (InstallRecord each : variant.records()) {
        writeRecord(each, number, symbols);
      }
      record += variant.records().size();
    }
    return assemble();
  }

  private void writeRecord(InstallRecord record, int variant, SymbolTables symbols) {
    Bytes streams = tables.of(Table.STREAMS);
    Bytes lists = tables.of(Table.LISTS);
    Bytes out = tables.of(Table.RECORDS);
    out.u4(record.subject().kind().number());
    if (record.subject() instanceof MethodSubject root) {
      out.u4(symbols.method(root.method())).u4(0).u4(0);
    } else {
      out.u4(ImageLayout.NONE).ref(tables.string(record.subject().name()));
    }
    ImageModel.MachineCode body = record.body();
    out.u4(streams.align(ImageLayout.ALIGNMENT)).u4(body.stream().length);
    streams.bytes(body.stream());
    out.u4(code.align(ImageLayout.CODE_ALIGNMENT)).u4(body.code().length);
    functions.add(new Function(record.subject().name(), code.size(), body.code().length));
    code.bytes(body.code());
    out.u4(streams.align(ImageLayout.ALIGNMENT)).u4(body.data().length);
    streams.bytes(body.data());
    out.u4(body.dataAlignment()).u4(body.frameSize());
    out.u4(tables.count(Table.RELOCATIONS)).u4(record.relocations().size());
    record.relocations().forEach(patch -> symbols.writeRelocation(patch, variant));
    out.u4(tables.count(Table.LISTS)).u4(record.objects().size());
    record.objects().forEach(object -> lists.u4(symbols.object(object)));
    out.u4(tables.count(Table.LISTS)).u4(record.dependencies().size());
    record.dependencies().forEach(type -> lists.u4(symbols.type(type)));
    out.u4(tables.count(Table.LISTS)).u4(record.initialized().size());
    record.initialized().forEach(type -> lists.u4(symbols.type(type)));
    out.u8(record.weight());
  }

  private Layout assemble() {
    Table[] order = Table.values();
    int directory = ImageLayout.Header.DIRECTORY;
    int headerSize = ImageHeader.size();
    int[] offsets = new int[order.length];
    int size = headerSize;
    for (Table table : order) {
      offsets[table.number()] = size;
      size = ImageLayout.align(Math.addExact(size, tables.of(table).size()), ImageLayout.ALIGNMENT);
    }
    byte[] codeBytes = code.toByteArray();
    long codeFileOffset =
        ImageLayout.align(
            Math.addExact(ImageLayout.REGION_FILE_OFFSET, size), ImageLayout.PAGE_BYTES);
    byte[] region = new byte[size];
    ByteBuffer out = ByteBuffer.wrap(region).order(ByteOrder.LITTLE_ENDIAN);
    for (Table table : order) {
      int entry = directory + table.number() * ImageLayout.Header.DIRECTORY_ENTRY;
      out.putInt(entry, offsets[table.number()]).putInt(entry + 4, tables.count(table));
      tables.of(table).copyTo(region, offsets[table.number()]);
    }
    out.putLong(ImageLayout.Header.MAGIC, ImageLayout.MAGIC);
    out.putInt(ImageLayout.Header.VERSION, ImageLayout.VERSION);
    out.putInt(ImageLayout.Header.SIZE, headerSize);
    out.putLong(ImageLayout.Header.REGION_SIZE, size);
    out.putLong(ImageLayout.Header.CODE_FILE_OFFSET, codeFileOffset);
    out.putLong(ImageLayout.Header.CODE_SIZE, codeBytes.length);
    out.putLong(ImageLayout.Header.CHECKSUM, ImageChecksum.of(region, codeBytes));
    return new Layout(region, codeBytes, codeFileOffset, List.copyOf(functions));
  }

  /** A growing little-endian buffer. */
  static final class Bytes {
    private byte[] buffer = new byte[1024];
    private int size;

    int size() {
      return size;
    }

    Bytes u1(int value) {
      reserve(1);
      buffer[size++] = (byte) value;
      return this;
    }

    Bytes u2(int value) {
      return u1(value).u1(value >>> 8);
    }

    Bytes u4(int value) {
      return u2(value).u2(value >>> 16);
    }

    Bytes u8(long value) {
      return u4((int) value).u4((int) (value >>> 32));
    }

    Bytes ref(Tables.StringRef string) {
      return u4(string.offset()).u4(string.length());
    }

    Bytes bytes(byte[] value) {
      reserve(value.length);
      System.arraycopy(value, 0, buffer, size, value.length);
      size += value.length;
      return this;
    }

    /** Pads with zeros and returns the new size. */
    int align(int alignment) {
      int aligned = ImageLayout.align(size, alignment);
      reserve(aligned - size);
      size = aligned;
      return size;
    }

    byte[] toByteArray() {
      return Arrays.copyOf(buffer, size);
    }

    void copyTo(byte[] target, int offset) {
      System.arraycopy(buffer, 0, target, offset, size);
    }

    private void reserve(int more) {
      int needed = Math.addExact(size, more);
      if (needed > buffer.length) {
        buffer =
            Arrays.copyOf(
                buffer,
                Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L)));
      }
    }
  }
}
