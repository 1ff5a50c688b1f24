// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.hotspot.VmField;
import dev.preheat.loader.image.TestImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmLayoutTest {

  @Test
  void everyFieldHasItsNumber(@TempDir Path directory) throws IOException {
    VmLayout layout = new VmLayout(new TestImage().load(directory.resolve("a.so")));

    assertEquals(VmField.values().length, layout.of.length);
    for (VmField field : VmField.values()) {
      // TestImage gives each field twice its number.
      assertEquals(2 * field.number(), layout.of[field.number()], field.vmName());
    }
  }
}
