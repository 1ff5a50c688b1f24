// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The one image that the args file was written for. Its checksum costs nothing and is compared each
 * time; no image comes by accident that has the same. Its SHA-256 takes an interpreter a quarter of
 * a second: before anything is installed in mode {@code strict} only, otherwise when the program
 * has run for a while.
 */
public final class Pin {

  /** For images that nobody pinned. */
  public static final Pin NONE = new Pin("", "", false);

  private static final String ADVICE =
      "build image and args file together (mvn package -Pnative), or find out who changed the image";

  private static final int CHUNK_BYTES = 1 << 17;

  private final String checksum;
  private final String sha256;
  private final boolean isStrict;

  private Pin(String checksum, String sha256, boolean isStrict) {
    this.checksum = checksum;
    this.sha256 = sha256;
    this.isStrict = isStrict;
  }

  /** What the options say of the image. */
  public static Pin of(Options options) {
    return new Pin(options.checksum(), options.sha256(), options.isStrict());
  }

  /** For the bytes of the file as they are read, null when they are not to be summed up then. */
  MessageDigest digest() {
    return isStrict && !sha256.isEmpty() ? sha256() : null;
  }

  /** Whether {@link #checkLate} is still to be called. */
  public boolean isLate() {
    return !isStrict && !sha256.isEmpty();
  }

  /**
   * Compares the checksum in the header.
   *
   * @param name the image's path
   * @throws Refusal when it is another one
   */
  void checkChecksum(String name, long found) {
    if (checksum.isEmpty()) {
      return;
    }
    String text = Long.toHexString(found);
    if (!checksum.equals(text)) {
      throw new Refusal(name, "the image with checksum " + checksum, "checksum " + text, ADVICE);
    }
  }

  /**
   * Compares the digest of the whole file.
   *
   * @param digest null when there is none
   * @throws Refusal when it is another one
   */
  void checkDigest(String name, MessageDigest digest) {
    if (digest == null) {
      return;
    }
    String text = hexadecimal(digest.digest());
    if (!sha256.equals(text)) {
      throw new Refusal(name, "the image with SHA-256 " + sha256, "SHA-256 " + text, ADVICE);
    }
  }

  /**
   * Reads the file again and compares its digest; ends early when the thread is interrupted.
   *
   * @throws Refusal when it is another one
   */
  public void checkLate(String name) {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK_BYTES];
    try (RandomAccessFile file = new RandomAccessFile(name, "r")) {
      for (int count = file.read(chunk); count >= 0; count = file.read(chunk)) {
        digest.update(chunk, 0, count);
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new Refusal(name, "the image with SHA-256 " + sha256, e.toString(), ADVICE);
    }
    checkDigest(name, digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Two digits for each byte. */
  public static String hexadecimal(byte[] bytes) {
    char[] text = new char[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      text[2 * i] = Character.forDigit(bytes[i] >> 4 & 15, 16);
      text[2 * i + 1] = Character.forDigit(bytes[i] & 15, 16);
    }
    return new String(text);
  }
}
