// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.jdks;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what became of each image on each JDK: for programs, for people. */
final class JdkResults {
  private final Path directory;
  private final List<JdkResult> results = new ArrayList<>();

  JdkResults(Path directory) {
    this.directory = directory;
  }

  /** Adds a result. All files are whole after that. */
  void add(JdkResult result) throws IOException {
    results.add(result);
    AtomicFile.write(
        directory.resolve("results.json"),
        Json.array(results.stream().map(JdkResult::json).toList()).text());
    List<String> lines = new ArrayList<>(List.of(JdkResult.HEAD));
    results.stream().map(JdkResult::row).forEach(lines::add);
    AtomicFile.write(directory.resolve("results.txt"), String.join("\n", lines) + "\n");
  }
}
