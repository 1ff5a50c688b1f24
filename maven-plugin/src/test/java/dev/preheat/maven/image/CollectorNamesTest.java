// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.maven.advice.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorNamesTest {

  @Test
  void whatSharesCodeIsCompiledForOnce() throws UserError {
    assertEquals(
        List.of(CollectorGroup.G1, CollectorGroup.CARD_TABLE),
        List.copyOf(CollectorNames.groups(List.of("Parallel", "G1", "Serial"))));
    assertEquals(
        List.of(CollectorGroup.CARD_TABLE),
        List.copyOf(CollectorNames.groups(List.of("Serial", "Serial"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "g1", "", "Serial,"})
  void othersAreRefused(String name) {
    UserError error =
        assertThrows(UserError.class, () -> CollectorNames.groups(List.of("G1", name)));

    assertEquals(
        "No image can be made for the collector '" + name + "'.",
        error.getMessage().lines().findFirst().orElseThrow());
  }

  @Test
  void noneIsRefused() {
    assertThrows(UserError.class, () -> CollectorNames.groups(List.of()));
  }
}
