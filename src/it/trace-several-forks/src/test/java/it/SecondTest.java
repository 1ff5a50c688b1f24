// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SecondTest {
  @Test
  void adds() {
    Counter counter = new Counter();
    for (int i = 0; i < 2; i++) {
      assertEquals(i + 1, counter.add(1));
    }
  }
}
