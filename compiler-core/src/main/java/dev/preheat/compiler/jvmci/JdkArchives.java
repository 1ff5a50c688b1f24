// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.archive.ArchiveFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The class data archives that came with the running JDK: one for each way to lay out objects
 * (src/hotspot/share/cds/cdsConfig.cpp, default_archive_path).
 */
public final class JdkArchives {

  private JdkArchives() {}

  /**
   * Their digests, sorted, with commas between them. An archive that is not understood, or cannot
   * be read, has none: then the loader compares its classes like all others.
   *
   * @param directory of libjvm
   */
  public static String digests(Path directory, Map<VmField, Integer> layout) throws IOException {
    TreeSet<String> digests = new TreeSet<>();
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, "classes*.jsa")) {
      for (Path archive : archives) {
        digest(archive, layout).ifPresent(digests::add);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return String.join(",", digests);
  }

  private static Optional<String> digest(Path archive, Map<VmField, Integer> layout) {
    try {
      return ArchiveFile.digest(archive, layout);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
