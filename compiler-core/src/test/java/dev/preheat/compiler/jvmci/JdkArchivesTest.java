// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.hotspot.VmField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that cannot be named, and whose classes the loader compares then. */
class JdkArchivesTest {

  private static final Map<VmField, Integer> LAYOUT =
      Map.of(
          VmField.FILE_MAP_HEADER_REGIONS, 64,
          VmField.FILE_MAP_REGION_BYTES, 56,
          VmField.FILE_MAP_REGION_USED, 32);

  @Test
  void whatCannotBeReadIsNotNamed(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve("classes.jsa"), new byte[100]);
    Files.write(directory.resolve("classes_nocoops.jsa"), new byte[5000]);
    Files.createDirectory(directory.resolve("classes_folder.jsa"));
    Files.createSymbolicLink(directory.resolve("classes_gone.jsa"), directory.resolve("gone"));
    Files.createFile(directory.resolve("libjvm.so"));

    assertEquals("", JdkArchives.digests(directory, LAYOUT));
  }
}
