// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.SortedSet;

/**
 * What became of a class.
 *
 * @param initialized whether its static initialiser ran
 * @param digests SHA-256 of the class files it was found in on the class path, 64 lower-case
 *     hexadecimal digits each; empty where there is none, more than one where JVMs had another
 */
public record ClassRecord(boolean initialized, SortedSet<String> digests) {
  private static final int DIGEST_LENGTH = 64;

  public ClassRecord {
    digests = Sorted.copyOf(digests);
    for (String digest : digests) {
      checkDigest(digest);
    }
  }

  ClassRecord merge(ClassRecord other) {
    return initialized == other.initialized && digests.equals(other.digests)
        ? this
        : new ClassRecord(initialized || other.initialized, Sorted.union(digests, other.digests));
  }

  private static void checkDigest(String digest) {
    boolean valid = digest.length() == DIGEST_LENGTH;
    for (int i = 0; i < digest.length() && valid; i++) {
      char c = digest.charAt(i);
      valid = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "'" + digest + "' is no SHA-256: 64 lower-case hexadecimal digits are expected");
    }
  }
}
