// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Copies of jars in one directory, so that a program does not need the local repository. */
public final class Libraries {

  private Libraries() {}

  /**
   * Copies the jars of a class path; directories stay where they are.
   *
   * @return the class path of the copies, in the same order
   * @throws IOException if one cannot be copied; a copy is there whole or not at all
   */
  public static List<Path> copy(List<Path> classPath, Path directory) throws IOException {
    List<Path> copies = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path entry : classPath) {
      if (Files.isRegularFile(entry)) {
        Path copy = directory.resolve(uniqueName(entry, names)).toAbsolutePath();
        copyFile(entry, copy);
        copies.add(copy);
      } else {
        copies.add(entry);
      }
    }
    return copies;
  }

  /** Two groups may have artifacts of the same name: the later one gets a number in front. */
  private static String uniqueName(Path jar, Set<String> taken) {
    String name = jar.getFileName().toString();
    String unique = name;
    for (int number = 2; !taken.add(unique); number++) {
      unique = number + "-" + name;
    }
    return unique;
  }

  private static void copyFile(Path from, Path to) throws IOException {
    if (Files.isRegularFile(to) && Files.mismatch(from, to) < 0) {
      return;
    }
    AtomicFile.write(
        to,
        target -> {
          try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
            long size = source.size();
            for (long at = 0; at < size; ) {
              at += source.transferTo(at, size - at, target);
            }
          }
        });
  }
}
