// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A dump of the heap, read to its end: what it has no record for, or half of one, is an error
 * (src/hotspot/share/services/heapDumper.cpp).
 */
public final class HeapDump {
  private static final String FORMAT = "JAVA PROFILE 1.0.2";
  private static final int[] TYPE_BYTES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};

  private final DataInputStream in;
  private final Map<Long, String> texts = new HashMap<>();
  private final Map<Long, Long> classNames = new HashMap<>();
  private final Map<Long, Integer> instances = new HashMap<>();

  private HeapDump(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads a dump.
   *
   * @throws IOException if it is not whole
   */
  public static HeapDump read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      HeapDump dump = new HeapDump(in);
      dump.read();
      return dump;
    }
  }

  /** How many objects of just this class there are. */
  public int instances(String type) {
    String name = type.replace('.', '/');
    int count = 0;
    for (Map.Entry<Long, Long> each : classNames.entrySet()) {
      if (texts.get(each.getValue()).equals(name)) {
        count += instances.getOrDefault(each.getKey(), 0);
      }
    }
    return count;
  }

  private void read() throws IOException {
    byte[] format = new byte[FORMAT.length()];
    in.readFully(format);
    if (!new String(format, StandardCharsets.US_ASCII).equals(FORMAT)
        || in.readByte() != 0
        || in.readInt() != Long.BYTES) {
      throw new IOException("no heap dump of a 64-bit JVM");
    }
    in.readLong();
    int tag;
    do {
      tag = in.readUnsignedByte();
      in.readInt();
      long length = in.readInt() & 0xFFFFFFFFL;
      switch (tag) {
        case 0x01 -> {
          long id = in.readLong();
          byte[] text = new byte[(int) length - Long.BYTES];
          in.readFully(text);
          texts.put(id, new String(text, StandardCharsets.UTF_8));
        }
        case 0x02 -> {
          in.readInt();
          long id = in.readLong();
          in.readInt();
          classNames.put(id, in.readLong());
        }
        case 0x0C, 0x1C -> segment(length);
        default -> in.skipNBytes(length);
      }
    } while (tag != 0x2C);
    if (in.read() >= 0) {
      throw new IOException("more behind the end of the dump");
    }
  }

  private void segment(long length) throws IOException {
    long rest = length;
    while (rest > 0) {
      rest -= 1 + record(in.readUnsignedByte());
    }
    if (rest != 0) {
      throw new IOException("a record across the end of its segment");
    }
  }

  /** Reads a record of a segment; its length. */
  private long record(int tag) throws IOException {
    return switch (tag) {
      case 0xFF, 0x05, 0x07 -> skip(8);
      case 0x01 -> skip(16);
      case 0x04, 0x06 -> skip(12);
      case 0x02, 0x03, 0x08 -> skip(16);
      case 0x20 -> ofClass();
      case 0x21 -> {
        skip(12);
        instances.merge(in.readLong(), 1, Integer::sum);
        int bytes = in.readInt();
        yield 24 + skip(bytes);
      }
      case 0x22 -> {
        skip(12);
        int count = in.readInt();
        yield 24 + skip(8 + 8L * count) - 8;
      }
      case 0x23 -> {
        skip(12);
        int count = in.readInt();
        yield 17 + skip((long) count * TYPE_BYTES[in.readUnsignedByte()]);
      }
      default -> throw new IOException("unknown record " + Integer.toHexString(tag));
    };
  }

  private long ofClass() throws IOException {
    long length = skip(8 + 4 + 6 * 8 + 4);
    int constants = in.readUnsignedShort();
    length += 2;
    for (int i = 0; i < constants; i++) {
      length += skip(2) + value();
    }
    int statics = in.readUnsignedShort();
    length += 2;
    for (int i = 0; i < statics; i++) {
      length += skip(8) + value();
    }
    int fields = in.readUnsignedShort();
    return length + 2 + skip(9L * fields);
  }

  private long value() throws IOException {
    return 1 + skip(TYPE_BYTES[in.readUnsignedByte()]);
  }

  private long skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
    return bytes;
  }
}
