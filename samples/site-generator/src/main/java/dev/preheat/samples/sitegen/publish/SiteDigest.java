// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** SHA-256 over a whole site, to compare two builds of it. */
public final class SiteDigest {

  private SiteDigest() {}

  /** Returns the digest, in hexadecimal, over paths and contents of all files in their order. */
  public static String of(SortedMap<String, byte[]> files) {
    MessageDigest digest = sha256();
    files.forEach(
        (path, content) -> {
          byte[] name = path.getBytes(StandardCharsets.UTF_8);
          digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
          digest.update(name);
          digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, content.length));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the digest of some bytes, in hexadecimal. */
  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
