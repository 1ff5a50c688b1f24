// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program does its work right, a few hundred rounds of it, under each collector. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StressIT {
  private static final String WORK = "dev.preheat.conformance.stressed.work.";
  private static final int SEEDS = 16;
  private static final int MINIMUM_INVOCATIONS = 2_000;
  private static final Amount ROUNDS = Amount.rounds(180);
  private static final Amount FEW_ROUNDS = Amount.rounds(60);
  private static final int FEWEST_INSTALLED = 500;

  private StressProgram program;

  @BeforeAll
  void compile() throws Exception {
    program = StressProgram.compile("stress", SEEDS, MINIMUM_INVOCATIONS);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "Z")
  void everyResultIsRight(Collector collector) throws Exception {
    StressResult result =
        program.run(collector.name(), collector, ROUNDS, program.withCache(collector));

    check(result);
    assertTrue(
        result
            .invalidated()
            .containsAll(
                Set.of(
                    // Redefined, has a redefined method inlined, relies on there being one shape.
                    WORK + "Changing.inlined(I)I",
                    WORK + "ChangingWork.inlined(I)I",
                    WORK
                        + "DispatchWork.shape(L"
                        + WORK.replace('.', '/')
                        + "DispatchWork$Shape;J)J")),
        () -> result.invalidated().toString());
  }

  @Test
  void theHeapIsWhole() throws Exception {
    check(program.run("verified", Collector.G1, FEW_ROUNDS, StressProgram.VERIFIED));
  }

  @Test
  void refusedWhereThereIsNoCode() throws Exception {
    StressResult result = program.run("Z", Collector.Z, FEW_ROUNDS, List.of());

    assertEquals(List.of(), result.failures());
    assertTrue(result.refusal().contains("expected"), result.refusal());
    assertEquals(0, result.installed());
  }

  private static void check(StressResult result) {
    assertEquals(List.of(), result.failures());
    assertEquals("", result.refusal());
    assertTrue(result.isInstalled(FEWEST_INSTALLED), result::row);
  }
}
