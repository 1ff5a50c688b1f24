// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.program.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is compared: a variant, and how it was trained.
 *
 * @param training none for the plain JVM
 */
public record Side(Variant variant, Optional<Training> training) {

  /** The JVM without anything; all others are compared with it. */
  public static final Side PLAIN = new Side(Variant.PLAIN, Optional.empty());

  /** All of them, in the order of the table. */
  public static List<Side> all() {
    List<Side> sides = new ArrayList<>(List.of(PLAIN));
    for (Training training : Training.values()) {
      for (Variant variant : Variant.values()) {
        if (variant != Variant.PLAIN) {
          sides.add(new Side(variant, Optional.of(training)));
        }
      }
    }
    return List.copyOf(sides);
  }

  /** The AOT cache alone, of the same training; the plain JVM has none. */
  public Optional<Side> aotCache() {
    return training.map(each -> new Side(Variant.AOT_CACHE, Optional.of(each)));
  }

  /** For files. */
  public String id() {
    return variant.id() + training.map(each -> "-" + each.id()).orElse("");
  }

  /** For people. */
  public String title() {
    return variant.title() + training.map(each -> ", " + each.id()).orElse("");
  }
}
