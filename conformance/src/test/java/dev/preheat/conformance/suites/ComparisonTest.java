// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Outcomes PLAIN = outcomes(Map.of("a", "succeeded", "b", "failed: 1"));

  @Test
  void outcomesThatAreTheSame() {
    Comparison comparison = Comparison.of(List.of(PLAIN, PLAIN), PLAIN);

    assertEquals(new Comparison(2, new TreeMap<>(), new TreeMap<>()), comparison);
    assertEquals(2, comparison.same());
  }

  @Test
  void aTestThatFailsInAnotherWay() {
    Outcomes withImage = outcomes(Map.of("a", "succeeded", "b", "failed: 2"));

    Comparison comparison = Comparison.of(List.of(PLAIN, PLAIN), withImage);

    assertEquals(Map.of("b", "failed: 1\n    failed: 2"), comparison.different());
    assertEquals(2, comparison.tests());
    assertEquals(1, comparison.same());
  }

  @Test
  void testsThatAreMissingOnOneSide() {
    Outcomes withImage = outcomes(Map.of("a", "succeeded", "c", "succeeded"));

    Comparison comparison = Comparison.of(List.of(PLAIN, PLAIN), withImage);

    assertEquals(
        Map.of("b", "failed: 1\n    not run", "c", "not run\n    succeeded"),
        comparison.different());
    assertEquals(3, comparison.tests());
  }

  @Test
  void aTestThatIsNotTheSameWithoutTheImage() {
    Outcomes other = outcomes(Map.of("a", "succeeded", "b", "succeeded"));

    Comparison comparison =
        Comparison.of(List.of(PLAIN, other), outcomes(Map.of("a", "failed: 3")));

    assertEquals(Map.of("b", "failed: 1\n    succeeded"), comparison.unstable());
    assertEquals(Map.of("a", "succeeded\n    failed: 3"), comparison.different());
    assertEquals(1, comparison.tests());
  }

  private static Outcomes outcomes(Map<String, String> byId) {
    return new Outcomes(new TreeMap<>(byId));
  }
}
