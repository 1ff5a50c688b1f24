// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import dev.preheat.format.image.layout.ImageChecksum;
import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageHeader;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of an image, to be damaged. */
public final class RawImage {

  private final byte[] region;
  private final byte[] code;
  private final ByteBuffer bytes;

  public RawImage(ImageModel model) {
    this(ImageWriter.write(model).region(), ImageWriter.write(model).code());
  }

  private RawImage(byte[] region, byte[] code) {
    this.region = region;
    this.code = code;
    bytes = ByteBuffer.wrap(region).order(ByteOrder.LITTLE_ENDIAN);
  }

  public byte[] region() {
    return region;
  }

  public byte[] code() {
    return code;
  }

  /** The region, little-endian. */
  ByteBuffer bytes() {
    return bytes;
  }

  int offset(Table table) {
    return bytes.getInt(directory(table));
  }

  int count(Table table) {
    return bytes.getInt(directory(table) + Integer.BYTES);
  }

  /** Where a field of an entry lies. */
  int field(Table table, int index, int field) {
    return offset(table) + index * table.entryBytes() + field;
  }

  int get(Table table, int index, int field) {
    return bytes.getInt(field(table, index, field));
  }

  void put(Table table, int index, int field, int value) {
    bytes.putInt(field(table, index, field), value);
  }

  void putLong(Table table, int index, int field, long value) {
    bytes.putLong(field(table, index, field), value);
  }

  void putByte(Table table, int index, int field, int value) {
    bytes.put(field(table, index, field), (byte) value);
  }

  /** The same image with another number of entries in a table: cut off, or zero. */
  RawImage resized(Table resized, int count) {
    byte[] tables = new byte[region.length + count * resized.entryBytes()];
    ByteBuffer out = ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN);
    out.put(region, 0, ImageHeader.size());
    for (Table table : Table.values()) {
      int entries = table == resized ? count : count(table);
      int size = Math.min(entries, count(table)) * table.entryBytes();
      out.putInt(directory(table), out.position());
      out.putInt(directory(table) + Integer.BYTES, entries);
      out.put(region, offset(table), size);
      int end = out.position() + entries * table.entryBytes() - size;
      out.position(ImageLayout.align(end, ImageLayout.ALIGNMENT));
    }
    out.putLong(ImageLayout.Header.REGION_SIZE, out.position());
    return new RawImage(Arrays.copyOf(tables, out.position()), code);
  }

  static int directory(Table table) {
    return ImageLayout.Header.DIRECTORY + table.number() * ImageLayout.Header.DIRECTORY_ENTRY;
  }

  /** Reads the image with the checksum put right. */
  ImageModel read() throws ImageFormatException {
    seal(region, code);
    return readAsIs();
  }

  ImageModel readAsIs() throws ImageFormatException {
    return ImageReader.read("app.so", region, code);
  }

  /** Puts the checksum right. */
  static void seal(byte[] region, byte[] code) {
    ByteBuffer.wrap(region)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(ImageLayout.Header.CHECKSUM, ImageChecksum.of(region, code));
  }
}
