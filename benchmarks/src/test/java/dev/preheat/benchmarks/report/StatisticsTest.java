// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void theMedianIsTheValueInTheMiddle() {
    assertEquals(7.0, Statistics.median(List.of(7.0)));
    assertEquals(3.0, Statistics.median(List.of(9.0, 1.0, 3.0)));
    assertEquals(3.0, Statistics.median(List.of(1000.0, 2.0, 1.0, 3.0, 4.0)));
  }

  @Test
  void ofAnEvenNumberOfValuesItIsBetweenTheTwoInTheMiddle() {
    assertEquals(2.5, Statistics.median(List.of(4.0, 1.0, 3.0, 2.0)));
  }

  @Test
  void noValuesHaveNone() {
    assertThrows(IllegalArgumentException.class, () -> Statistics.median(List.of()));
  }
}
