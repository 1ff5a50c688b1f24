// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the results of all collectors: for programs, for people, and what went wrong. */
final class StressResults {
  private final Path directory;
  private final Map<Collector, StressResult> results = new EnumMap<>(Collector.class);

  StressResults(Path directory) {
    this.directory = directory;
  }

  /** Adds a run. All files are whole after that, and the figures so far are printed. */
  synchronized void add(StressResult result) throws IOException {
    results.merge(result.collector(), result, StressResult::and);
    write("results.json", Json.array(all().stream().map(StressResult::json).toList()).text());
    write("results.txt", table());
    List<String> failures = all().stream().flatMap(each -> each.failures().stream()).toList();
    write("failures.txt", String.join("\n", failures));
    System.out.println(StressResult.HEAD);
    System.out.println(results.get(result.collector()).row());
  }

  synchronized List<StressResult> all() {
    return List.copyOf(results.values());
  }

  private String table() {
    List<String> lines = new ArrayList<>(List.of(StressResult.HEAD));
    results.values().forEach(each -> lines.add(each.row()));
    return String.join("\n", lines) + "\n";
  }

  private void write(String name, String text) throws IOException {
    AtomicFile.write(directory.resolve(name), text);
  }
}
