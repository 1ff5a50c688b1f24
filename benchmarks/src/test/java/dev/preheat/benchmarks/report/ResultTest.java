// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final List<Usage> RUNS =
      List.of(Examples.usage(30, 70, 11), Examples.usage(10, 50, 13), Examples.usage(20, 90, 12));

  @Test
  void eachFigureHasItsOwnMedian() {
    assertEquals(new Result(Variant.PLAIN, 20, 70, 12, 0, 0), Result.of(Variant.PLAIN, RUNS, null));
  }

  @Test
  void countsAreThoseOfTheLoader() {
    LoaderReport report = new LoaderReport(5, 2, 1, List.of());

    assertEquals(
        new Result(Variant.IMAGE, 20, 70, 12, 5, 2), Result.of(Variant.IMAGE, RUNS, report));
  }
}
