// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

/** The CRC-64 by which JaCoCo knows the class file that it was given. */
final class JacocoChecksum {
  private static final long POLYNOMIAL = 0xd800000000000000L;

  private JacocoChecksum() {}

  static long of(byte[] classFile) {
    long sum = 0;
    for (byte b : classFile) {
      long rest = (sum ^ b) & 0xff;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        rest = (rest & 1) == 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
      }
      sum = (sum >>> Byte.SIZE) ^ rest;
    }
    return sum;
  }
}
