// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void showsVariantsAndTheirRatios() {
    assertEquals(
        """
        variant                wall s    CPU s  peak MiB  installed  rejected
        plain JVM               1.800    3.000     210.5          -         -
        AOT cache (JEP 514)     1.200    2.000     190.0          -         -
        image                   0.900    1.500     180.3      4,000        12
        image + AOT cache       0.600    1.000     170.0      4,321         1

        times as fast                                         wall               CPU
        image + AOT cache : plain JVM              3.00 (-1200 ms)   3.00 (-2000 ms)
        image + AOT cache : AOT cache (JEP 514)     2.00 (-600 ms)   2.00 (-1000 ms)
        image : plain JVM                           2.00 (-900 ms)   2.00 (-1500 ms)
        """,
        String.join("\n", new ResultTable(Examples.results()).lines()) + "\n");
  }

  @Test
  void aSlowerVariantIsShownAsSlower() {
    List<Result> results =
        Examples.results().stream()
            .map(
                result ->
                    new Result(
                        result.variant(),
                        result.variant().hasImage() ? 4000 : 1000,
                        result.variant().hasImage() ? 2000 : 1000,
                        1,
                        0,
                        0))
            .toList();

    assertEquals(
        "image : plain JVM                          0.25 (+3000 ms)   0.50 (+1000 ms)",
        new ResultTable(results).lines().getLast());
  }

  @Test
  void aVariantThatWasNotMeasuredIsAnError() {
    ResultTable table = new ResultTable(Examples.results().subList(0, 3));

    assertThrows(IllegalStateException.class, table::lines);
  }
}
