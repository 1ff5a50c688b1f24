// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What calls of a code cache reach, from its beginning and from its end. */
class CodeReachTest {

  private static final long LOW = 0x7F00_0000_0000L;
  private static final long HIGH = LOW + (48 << 20);

  private final CodeReach reach = new CodeReach(LOW, HIGH);

  @Test
  void theCodeCacheReachesItself() {
    assertTrue(reach.includes(LOW));
    assertTrue(reach.includes(HIGH));
  }

  @Test
  void behindItTheBeginningIsTheFarthest() {
    assertTrue(reach.includes(LOW + Integer.MAX_VALUE));
    assertFalse(reach.includes(LOW + Integer.MAX_VALUE + 1));
    assertFalse(reach.includes(HIGH + Integer.MAX_VALUE));
  }

  @Test
  void beforeItTheEndIsTheFarthest() {
    assertTrue(reach.includes(HIGH - Integer.MAX_VALUE));
    assertFalse(reach.includes(HIGH - Integer.MAX_VALUE - 1));
    assertFalse(reach.includes(LOW - Integer.MAX_VALUE));
  }

  @Test
  void whatIsNoAddressIsNotReached() {
    assertFalse(reach.includes(0));
    assertFalse(reach.includes(-1));
    assertFalse(reach.includes(Long.MIN_VALUE));
    assertFalse(reach.includes(Long.MIN_VALUE + LOW));
    assertFalse(reach.includes(Long.MAX_VALUE));
  }
}
