// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.Variant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
  @Test
  void resultsHaveTheMembersThatAreAgreed() {
    List<Result> results =
        List.of(
            new Result(Variant.PLAIN, 1800.04, 3000, 210.56, 0, 0),
            new Result(Variant.IMAGE_AOT_CACHE, 600, 1000, 170, 4321, 1));

    assertEquals(
        """
        [
          {
            "variant": "plain",
            "wallMillis": 1800.0,
            "cpuMillis": 3000.0,
            "peakMiB": 210.6,
            "installed": 0,
            "rejected": 0
          },
          {
            "variant": "image-aot-cache",
            "wallMillis": 600.0,
            "cpuMillis": 1000.0,
            "peakMiB": 170.0,
            "installed": 4321,
            "rejected": 1
          }
        ]
        """,
        ResultJson.results(results).text());
  }

  @Test
  void runsAreInTheOrderInWhichTheyRan() {
    Map<Variant, List<Usage>> runs = new EnumMap<>(Variant.class);
    runs.put(Variant.PLAIN, List.of(Examples.usage(1, 5, 9), Examples.usage(3, 7, 11)));
    runs.put(Variant.IMAGE, List.of(Examples.usage(2, 6, 10), Examples.usage(4, 8, 12)));

    assertEquals(
        List.of("1.0", "2.0", "3.0", "4.0"),
        ResultJson.runs(runs)
            .text()
            .lines()
            .filter(line -> line.contains("wallMillis"))
            .map(line -> line.replaceAll("[^0-9.]", ""))
            .toList());
  }
}
