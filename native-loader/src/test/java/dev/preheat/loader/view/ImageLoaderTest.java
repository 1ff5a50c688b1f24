// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLoaderTest {

  /** Freeing goes over all records, and the loader asks for it several times a second. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1000})
  void nothingIsFreedAgainUntilMoreHasCome(int kept) {
    int next = ImageLoader.mostKept(kept);

    assertTrue(kept > next, () -> "again at " + next);
    assertTrue(kept == 0 || next >= 0, () -> "never again: " + next);
  }
}
