// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What each kind of work yields for each seed, as the interpreter found it. */
final class Expected {
  private final Map<String, Long> sums = new HashMap<>();
  private final int seeds;

  private Expected(Path file) throws IOException {
    int highest = 0;
    for (String line : Files.readAllLines(file)) {
      int last = line.lastIndexOf(' ');
      String key = line.substring(0, last);
      sums.put(key, Long.valueOf(line.substring(last + 1)));
      highest = Math.max(highest, Integer.parseInt(key.substring(key.indexOf(' ') + 1)));
    }
    seeds = highest + 1;
  }

  static Expected read(Path file) throws IOException {
    return new Expected(file);
  }

  /** Seeds are 0 and up, below this. */
  int seeds() {
    return seeds;
  }

  /**
   * Does a round and compares.
   *
   * @throws WrongResult if it fails or yields something else
   */
  void check(String kind, long seed, Callable<Long> round) throws WrongResult {
    Long expected = sums.get(kind + " " + seed);
    Long found;
    try {
      found = round.call();
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      throw new WrongResult(kind, seed, e);
    }
    if (!found.equals(expected)) {
      throw new WrongResult(kind, seed, expected, found);
    }
  }
}
