package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterIT {
  @Test
  void theArgumentsOfTheProjectAreThere() {
    assertEquals("with blanks", System.getProperty("kept"));
    assertEquals(1, new Counter().add(1));
  }
}
