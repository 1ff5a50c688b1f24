// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.Invocations;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentFootprintTest {
  private static final long UNTOUCHED = 1;
  private static final long TOUCHED = 2;
  private static final long LATER = 3;

  private final AgentFootprint footprint =
      new AgentFootprint(
          new Class<?>[] {String.class},
          new Class<?>[] {Integer.class, String.class},
          Set.of(),
          Map.of(UNTOUCHED, 5L, TOUCHED, 5L),
          Map.of(UNTOUCHED, 5L, TOUCHED, 9L));

  @Test
  void whatRanMoreIsOfTheProgramUnlessTheAgentRunsIt() {
    assertEquals(Origin.PROGRAM, footprint.origin(method(UNTOUCHED, 6, 0)));
    assertEquals(Origin.PROGRAM, footprint.origin(method(LATER, 1, 0)));
    assertEquals(Origin.UNKNOWN, footprint.origin(method(TOUCHED, 10, 0)));
  }

  @Test
  void whatRanNoMoreIsNotOfTheProgram() {
    assertEquals(Origin.AGENT, footprint.origin(method(UNTOUCHED, 5, 0)));
    assertEquals(Origin.AGENT, footprint.origin(method(TOUCHED, 9, 3)));
  }

  @Test
  void codeThatDoesNotCountMayHaveRun() {
    assertEquals(Origin.UNKNOWN, footprint.origin(method(UNTOUCHED, 5, 4)));
    assertEquals(Origin.UNKNOWN, footprint.origin(method(TOUCHED, 9, 1)));
  }

  @Test
  void theProgramsCountsAreWhatCameLater() {
    assertEquals(
        new Invocations(3, 7, 2),
        footprint.ofProgram(new VmMethod(TOUCHED, new Invocations(12, 7, 2), new byte[0])));
    assertEquals(new Invocations(5, 0, 4), footprint.ofProgram(method(UNTOUCHED, 5, 4)));
    assertEquals(new Invocations(2, 0, 0), footprint.ofProgram(method(LATER, 2, 0)));
  }

  @Test
  void classesThatWereThereBeforeAreNotTheAgents() {
    assertEquals(Set.of(Integer.class), footprint.loadedByAgent());
  }

  private static VmMethod method(long address, long count, int tier) {
    return new VmMethod(address, new Invocations(count, 0, tier), new byte[0]);
  }
}
