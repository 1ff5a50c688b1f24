// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists files in an order that is the same on every machine. */
public final class Folders {

  private Folders() {}

  /**
   * Returns the paths of all regular files below a folder, relative to it, with slashes, sorted;
   * empty if the folder does not exist. Hidden files and files in hidden folders are left out.
   */
  public static List<String> filesBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
          .filter(path -> !path.startsWith(".") && !path.contains("/."))
          .sorted()
          .toList();
    }
  }
}
