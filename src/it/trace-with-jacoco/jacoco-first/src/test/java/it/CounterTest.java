// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterTest {
  @Test
  void adds() {
    Counter counter = new Counter();

    counter.add(1);

    assertEquals(3, counter.add(2));
  }
}
