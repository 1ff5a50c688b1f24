// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final long START = 1_000_000_000_000L;

  @Test
  void countsInWindowsFromTheStartOfTheProcess() throws Exception {
    Curve curve = Curve.of(lines(500, 0, 1_000, 50, 2_000, 250), START);

    assertArrayEquals(new double[] {0, 0, 100, 100, 200, 200, 200, 200}, curve.windows(), 1e-6);
    assertEquals(250, curve.operations());
    assertEquals(125, curve.rate(0, 2), 1e-6);
    assertEquals(0, curve.rate(2, 3), 1e-6, "nothing is known of what comes after");
  }

  @Test
  void aWindowThatIsNotWholeIsLeftOut() throws Exception {
    assertEquals(3, Curve.of(lines(0, 0, 900, 9), START).windows().length);
  }

  @Test
  void theLevelIsTheMedianOfTheLastThird() throws Exception {
    assertEquals(1_000, Curves.of(4, 1_000, 9).level(), 1);

    Curve dips = Curve.of(lines(0, 0, 2_500, 2_500, 2_750, 2_500, 3_000, 2_750), START);
    assertEquals(1_000, dips.level(), 1e-6, "one window without any operation");
  }

  @Test
  void aRateIsReachedWhereItHolds() throws Exception {
    assertEquals(4, Curves.of(4, 1_000, 9).secondsTo(1_000), 0.011);
    assertEquals(3.95, Curves.of(4, 1_000, 9).secondsTo(900), 0.011, "a window has 10 % to spare");
    assertEquals(1, Curves.of(4, 1_000, 9).secondsTo(400), 0.011);
    assertEquals(Double.POSITIVE_INFINITY, Curves.of(4, 1_000, 9).secondsTo(1_100));
  }

  @Test
  void aRateThatDoesNotHoldIsNotReached() throws Exception {
    Curve peak = Curve.of(lines(0, 0, 500, 500, 3_000, 1_000, 6_000, 4_000), START);

    assertEquals(3, peak.secondsTo(990), 0.011);
  }

  @Test
  void whatEachInputGaveIsKept() throws Exception {
    Curve curve =
        Curve.of(List.of("sample 1 0", "sample 2 1", "result 0 -7", "result 3 123456789012345"), 0);

    assertEquals(Map.of(0, -7L, 3, 123_456_789_012_345L), curve.results());
  }

  @Test
  void whatIsNoCurveIsAnError() {
    assertEquals("'boom' is no line of a program's curve", message("boom"));
    assertEquals("'sample 1' is no line of a program's curve", message("sample 1"));
    assertEquals("'sample 1 x' is no line of a program's curve", message("sample 1 x"));
    assertEquals("1 samples are no curve: the program did not do anything", message("sample 1 0"));
    String clock =
        "the times of a program's curve do not ascend from its start: it has another clock";
    assertEquals(clock, message("sample -1 0", "sample 2 0"));
    assertEquals(clock, message("sample 2 0", "sample 1 0"));
    assertEquals(clock, message("sample 1 1", "sample 2 0"));
  }

  @Test
  void aRunThatIsTooShortOrTooSlowHasNoLevel() throws Exception {
    Curve brief = Curve.of(lines(0, 0, 500, 1), START);
    assertEquals(
        "a curve of 2 windows has no level: let it run longer",
        assertThrows(BenchmarkException.class, brief::level).getMessage());

    Curve slow = Curve.of(lines(0, 0, 1_000, 5, 6_000, 5), START);
    assertEquals(
        "no operation ended in most windows of a run: its operations take too long",
        assertThrows(BenchmarkException.class, slow::level).getMessage());
  }

  private static String message(String... lines) {
    return assertThrows(BenchmarkException.class, () -> Curve.of(List.of(lines), 0)).getMessage();
  }

  /** Pairs of milliseconds since the start and operations. */
  private static List<String> lines(int... pairs) {
    return IntStream.range(0, pairs.length / 2)
        .mapToObj(i -> "sample " + (START + pairs[2 * i] * 1_000_000L) + " " + pairs[2 * i + 1])
        .toList();
  }
}
