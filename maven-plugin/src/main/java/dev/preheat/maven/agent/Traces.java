// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects the traces that an image is made from. */
public final class Traces {
  private Traces() {}

  /**
   * Whether a directory has a class file in it, at any depth; it need not exist.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean hasClasses(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(".class"));
    }
  }

  /**
   * All traces, each once.
   *
   * @param tests the directory that the tests write to
   * @param runs the parent of the directories that runs of the program write to
   * @param further directories
   * @throws IOException if a directory cannot be read
   */
  public static List<Path> of(Path tests, Path runs, List<Path> further) throws IOException {
    List<Path> directories = new ArrayList<>();
    directories.add(tests);
    if (Files.isDirectory(runs)) {
      try (Stream<Path> children = Files.list(runs)) {
        children.sorted().forEach(directories::add);
      }
    }
    directories.addAll(further);
    List<Path> traces = new ArrayList<>();
    for (Path directory : directories) {
      for (Path trace : new TraceDirectory(directory.normalize()).traces()) {
        if (!traces.contains(trace)) {
          traces.add(trace);
        }
      }
    }
    return traces;
  }
}
