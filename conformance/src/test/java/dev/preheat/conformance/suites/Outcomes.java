// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What became of the tests of a suite in one run.
 *
 * @param byId outcomes by unique id
 */
record Outcomes(SortedMap<String, String> byId) {
  /** Identity hashes, as {@code Object.toString} prints them, and names of hidden classes. */
  private static final Pattern DIFFERENT_IN_EVERY_JVM =
      Pattern.compile("@[0-9a-f]{1,8}\\b|/0x[0-9a-f]{16}\\b");

  Outcomes {
    byId = Collections.unmodifiableSortedMap(byId);
  }

  /** Reads what the runner wrote: nothing if its JVM died before. */
  static Outcomes read(Path file) throws IOException {
    SortedMap<String, String> outcomes = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        outcomes.put(
            line.substring(0, tab),
            DIFFERENT_IN_EVERY_JVM.matcher(line.substring(tab + 1)).replaceAll("@..."));
      }
    }
    return new Outcomes(outcomes);
  }
}
