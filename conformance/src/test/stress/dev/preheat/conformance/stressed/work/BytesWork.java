// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes are written, compressed, digested, encoded and read again. */
final class BytesWork implements Work {
  private static final int RECORDS = 150;

  @Override
  public long round(long seed) throws IOException, NoSuchAlgorithmException {
    Mix mix = new Mix(seed);
    byte[] plain = write(mix);
    sums(mix, plain);
    byte[] packed = pack(plain);
    byte[] again = unpack(packed);
    mix.add(Arrays.equals(plain, again) ? 1 : 0).add(Arrays.mismatch(plain, again));
    read(mix, again);
    encode(mix, again);
    buffers(mix, again);
    return mix.sum();
  }

  private static byte[] write(Mix mix) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int i = 0; i < RECORDS; i++) {
        out.writeInt((int) mix.next());
        out.writeUTF("record " + mix.next(99) + (i % 9 == 0 ? " \u20ac\u00e9" : ""));
        out.writeLong(mix.next() >> mix.next(60));
        out.writeDouble(mix.next(1000) / 8.0);
      }
    }
    return bytes.toByteArray();
  }

  private static void read(Mix mix, byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (int i = 0; i < RECORDS; i++) {
        mix.add(in.readInt()).add(in.readUTF()).add(in.readLong());
        mix.add(Double.doubleToLongBits(in.readDouble()));
      }
    }
  }

  private static void sums(Mix mix, byte[] bytes) throws NoSuchAlgorithmException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    Adler32 adler = new Adler32();
    adler.update(bytes, 3, bytes.length - 7);
    CRC32C castagnoli = new CRC32C();
    castagnoli.update(ByteBuffer.wrap(bytes));
    mix.add(crc.getValue()).add(adler.getValue()).add(castagnoli.getValue());
    for (String algorithm : new String[] {"SHA-256", "SHA-1", "MD5", "SHA-512", "SHA3-256"}) {
      mix.add(Arrays.hashCode(MessageDigest.getInstance(algorithm).digest(bytes)));
    }
  }

  private static byte[] pack(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] unpack(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static void encode(Mix mix, byte[] bytes) {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    mix.add(text).add(Arrays.hashCode(Base64.getMimeDecoder().decode(text)));
    mix.add(HexFormat.ofDelimiter(":").formatHex(bytes, 10, 40));
    String wide = new String(bytes, StandardCharsets.UTF_16LE);
    mix.add(wide).add(Arrays.hashCode(wide.getBytes(StandardCharsets.UTF_8)));
    mix.add(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static void buffers(Mix mix, byte[] bytes) {
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    direct.put(bytes).flip();
    long sum = 0;
    while (direct.remaining() >= Long.BYTES) {
      sum = sum * 7 + direct.getLong() + direct.getShort(direct.position() - 2);
    }
    mix.add(sum).add(ByteBuffer.wrap(bytes).asIntBuffer().get(5));
  }
}
