// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A program is cut down to what makes it fail. */
class ReducerTest {
  private static final String PROGRAM =
      """
      class Program {
        static int number = 3;
        static String text = "text";

        static void unused() {
          text = text + number;
        }

        static int shift(int a, int b) {
          int result = 0;
          for (int i = 0; i < 10; i++) {
            if (i % 3 == 1) {
              result += text.length();
            } else {
              try {
                synchronized (text) {
                  result ^= (a + b * 2) >>> (i & 3);
                }
              } finally {
                result++;
              }
            }
          }
          return result;
        }

        public static void main(String[] args) {
          unused();
          System.out.println(shift(args.length, 5) + number);
        }
      }
      """;

  @Test
  void whatDoesNotMatterGoes() throws Exception {
    String reduced = new Reducer(containing(">>>"), List.of(), 8, 1_000).reduce(PROGRAM);

    assertTrue(reduced.contains(">>>"), reduced);
    assertTrue(JavaText.compiles(List.of(reduced)), reduced);
    assertTrue(reduced.lines().count() <= 7, reduced);
    assertEquals(reduced, new Reducer(containing(">>>"), List.of(), 8, 1_000).reduce(reduced));
  }

  @Test
  void twoThingsThatAreNeededTogetherStay() throws Exception {
    String reduced =
        new Reducer(containing("finally", "number = 3"), List.of(), 3, 1_000).reduce(PROGRAM);

    assertTrue(reduced.contains("finally") && reduced.contains("number = 3"), reduced);
    assertTrue(reduced.length() < PROGRAM.length() / 2, reduced);
  }

  @Test
  void aProgramThatDoesNotFailStays() throws Exception {
    String reduced = new Reducer(programs -> Set.of(), List.of(), 8, 1_000).reduce(PROGRAM);

    assertEquals(
        PROGRAM.lines().filter(line -> !line.isBlank()).toList(), reduced.lines().toList());
  }

  @Test
  void itIsNotAskedMoreOftenThanAllowed() throws Exception {
    int[] asked = {0};
    Oracle oracle =
        programs -> {
          asked[0]++;
          return Set.of();
        };

    new Reducer(oracle, List.of(), 1, 7).reduce(PROGRAM);

    assertEquals(7, asked[0]);
  }

  private static Oracle containing(String... parts) {
    return programs -> {
      Set<Integer> failing = new HashSet<>();
      for (int i = 0; i < programs.size(); i++) {
        if (List.of(parts).stream().allMatch(programs.get(i)::contains)) {
          failing.add(i);
        }
      }
      return failing;
    };
  }
}
