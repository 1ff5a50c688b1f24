// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.preheat.format.AtomicFile;
import dev.preheat.format.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what became of all options: for programs, for people. */
final class FlagResults {
  private static final String FILE = "results.json";

  /** So many options between two lines on standard output. */
  private static final int OPTIONS_PER_LINE = 25;

  private final Path directory;
  private final SortedMap<String, FlagResult> results = new TreeMap<>();

  FlagResults(Path directory) {
    this.directory = directory;
  }

  /** Takes what an earlier run has found out, if there was one. */
  synchronized void readEarlier() throws IOException {
    Path file = directory.resolve(FILE);
    if (Files.exists(file)) {
      for (JsonNode each : new ObjectMapper().readTree(file.toFile())) {
        FlagResult result = FlagResult.of(each);
        results.put(result.option(), result);
      }
    }
  }

  /** Whether there is a result of an option. */
  synchronized boolean has(String option) {
    return results.containsKey(option);
  }

  /** Adds a result. All files are whole after that. */
  synchronized void add(FlagResult result, int all) throws IOException {
    results.put(result.option(), result);
    write();
    if (result.different() || results.size() % OPTIONS_PER_LINE == 0) {
      System.out.println(
          results.size() + " of " + all + " options, " + row(result) + ", " + summary());
    }
  }

  /** The results, by option. */
  synchronized List<FlagResult> all() {
    return List.copyOf(results.values());
  }

  synchronized List<FlagResult> different() {
    return results.values().stream().filter(FlagResult::different).toList();
  }

  private void write() throws IOException {
    AtomicFile.write(
        directory.resolve(FILE),
        Json.array(results.values().stream().map(FlagResult::json).toList()).text());
    StringBuilder text = new StringBuilder(summary()).append('\n');
    results.values().stream()
        .filter(each -> each.different() || !each.runsWithout() || each.isUsedInVain())
        .forEach(each -> text.append(row(each)).append('\n'));
    AtomicFile.write(directory.resolve("results.txt"), text.toString());
  }

  private String summary() {
    return String.format(
        Locale.ROOT,
        "%,d options: image used with %,d, used in vain with %,d, refused with %,d; the JVM fails"
            + " without it with %,d; different with %,d",
        results.size(),
        results.values().stream().filter(each -> each.installed() > 0).count(),
        results.values().stream().filter(FlagResult::isUsedInVain).count(),
        results.values().stream().filter(each -> !each.refused().isEmpty()).count(),
        results.values().stream().filter(each -> !each.runsWithout()).count(),
        different().size());
  }

  private static String row(FlagResult result) {
    return String.format(
        "%s: without %s, with %s%s%s",
        result.option(),
        result.without(),
        result.with(),
        result.refused().isEmpty() ? "" : ", refused: " + result.refused(),
        result.different() ? ", DIFFERENT" : "");
  }
}
