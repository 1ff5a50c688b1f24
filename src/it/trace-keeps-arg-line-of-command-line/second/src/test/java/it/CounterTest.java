// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterTest {
  @Test
  void theArgumentsOfTheProjectAreThere() {
    assertEquals("yes", System.getProperty("kept"));
    assertEquals(1, new Counter().add(1));
  }
}
