// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void findsTheModelOfTheFirstProcessor() {
    assertEquals(
        "Example 9000 @ 3.00GHz",
        Machine.cpuModel(
            List.of("processor\t: 0", "model name\t: Example 9000 @ 3.00GHz", "model name\t: B")));
    assertEquals("unknown CPU", Machine.cpuModel(List.of("processor\t: 0")));
  }

  @Test
  void countsProcessors() {
    assertEquals(
        List.of("A, 1 processor, Linux 6", "JDK: B 25"),
        new Machine("A", 1, "Linux 6", "B 25").lines());
    assertEquals("A, 2 processors, Linux 6", new Machine("A", 2, "Linux 6", "B").lines().get(0));
  }
}
