// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.util.List;
import java.util.Optional;

/**
 * Garbage collectors whose code is the same: whose barriers are, and how objects are allocated. The
 * goal names them in the request, and the compiler's process runs with one of them.
 */
public enum CollectorGroup {
  /** The default of a JVM that has two processors and 1792 MB. */
  G1,

  /**
   * Those that mark cards; Serial is the default of a smaller JVM. All that Graal makes of the
   * difference is that it does not prefetch for one of them
   * (jdk.graal.compiler.hotspot.replacements.HotSpotAllocationSnippets).
   */
  CARD_TABLE;

  /** The one with a collector, which is named as in {@code -XX:+UseG1GC}: {@code G1}. */
  public static Optional<CollectorGroup> of(String collector) {
    for (CollectorGroup group : values()) {
      if (group.names().contains(collector)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** Names of the collectors. */
  public List<String> names() {
    return switch (this) {
      case G1 -> List.of("G1");
      case CARD_TABLE -> List.of("Serial", "Parallel");
    };
  }

  /** The flag that has a JVM use a collector: {@code UseG1GC}. */
  public static String flag(String collector) {
    return "Use" + collector + "GC";
  }

  /** What has the compiler's JVM use one of them, behind the compiler's own options. */
  public List<String> compilerOptions() {
    return switch (this) {
      case G1 -> List.of();
      case CARD_TABLE -> List.of("-XX:-UseG1GC", "-XX:+UseParallelGC");
    };
  }

  /** Their names, for people. */
  @Override
  public String toString() {
    return String.join(", ", names());
  }
}
