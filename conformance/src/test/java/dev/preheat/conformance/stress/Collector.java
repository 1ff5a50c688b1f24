// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stress;

import java.util.Arrays;
import java.util.List;

/** A collector of the VM. */
enum Collector {
  G1("-XX:+UseG1GC"),
  SERIAL("-XX:+UseSerialGC"),
  PARALLEL("-XX:+UseParallelGC"),
  Z("-XX:+UseZGC");

  private final String option;

  Collector(String option) {
    this.option = option;
  }

  /** The JVM option that chooses it. */
  String option() {
    return option;
  }

  /** Whether there is code for it. */
  boolean hasCode() {
    return this != Z;
  }

  /** Those that a list names, whatever the case of its letters. */
  static List<Collector> list(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(name -> valueOf(name.strip().toUpperCase(java.util.Locale.ROOT)))
        .toList();
  }
}
