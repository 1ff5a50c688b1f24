// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NameHashTest {

  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger MULTIPLIER = new BigInteger("9E3779B97F4A7C15", 16);

  @Property
  void itIsWhatTheReferenceSays(@ForAll String name) {
    assertEquals(reference(name), NameHash.of(name));
  }

  @Test
  void namesOfWordBoundaryLengthsDiffer() {
    assertEquals(reference("12345678"), NameHash.of("12345678"));
    assertNotEquals(NameHash.of("1234567"), NameHash.of("1234567\u0000"));
    assertNotEquals(NameHash.of("12345678"), NameHash.of("12345678\u0000"));
    assertNotEquals(NameHash.of(""), NameHash.of("\u0000"));
  }

  /** Images hold these numbers: another hash is another version of the layout. */
  @Test
  void itStaysTheSame() {
    assertEquals(0, NameHash.of(""));
    assertEquals(2198980973011355428L, NameHash.of("java/lang/String"));
  }

  /** Eight bytes at a time as an unsigned little-endian number, with numbers of any size. */
  private static long reference(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    BigInteger hash = BigInteger.valueOf(bytes.length);
    for (int at = 0; at < bytes.length; at += 8) {
      byte[] word = Arrays.copyOfRange(bytes, at, at + 8);
      byte[] bigEndian = new byte[8];
      for (int i = 0; i < 8; i++) {
        bigEndian[7 - i] = word[i];
      }
      hash = mix(hash, new BigInteger(1, bigEndian));
    }
    return hash.longValue();
  }

  private static BigInteger mix(BigInteger hash, BigInteger word) {
    BigInteger mixed = hash.xor(word).mod(TWO_TO_64).multiply(MULTIPLIER).mod(TWO_TO_64);
    return mixed.xor(mixed.shiftRight(32));
  }
}
