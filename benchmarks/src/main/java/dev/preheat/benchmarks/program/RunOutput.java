// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that one run of the program wrote: a directory of files. */
public final class RunOutput {
  private final Path directory;

  /** The output below a directory. */
  public RunOutput(Path directory) {
    this.directory = directory;
  }

  /** Where it is. */
  public Path directory() {
    return directory;
  }

  /**
   * How another output differs from this one, byte by byte: the first file that does, by name.
   *
   * @param except files that may differ
   * @throws IOException if a file cannot be read
   */
  public Optional<String> difference(RunOutput other, Set<Path> except) throws IOException {
    TreeSet<Path> names = new TreeSet<>(files());
    names.addAll(other.files());
    names.removeAll(except);
    for (Path name : names) {
      Path mine = directory.resolve(name);
      Path theirs = other.directory.resolve(name);
      if (!Files.exists(theirs)) {
        return Optional.of(name + " is missing");
      }
      if (!Files.exists(mine)) {
        return Optional.of(name + " is not expected");
      }
      long at = Files.mismatch(mine, theirs);
      if (at >= 0) {
        return Optional.of(name + " differs from byte " + at + " on");
      }
    }
    return Optional.empty();
  }

  /**
   * Number of files.
   *
   * @throws IOException if the directory cannot be read
   */
  public int count() throws IOException {
    return files().size();
  }

  /**
   * Deletes the output.
   *
   * @throws IOException if a file cannot be deleted
   */
  public void delete() throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(directory)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).map(directory::relativize).toList();
    }
  }
}
