// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

/** How the run was that the image and the AOT caches are made of. */
public enum Training {
  HOT("hot"),
  SHORT("once");

  private final String word;

  Training(String word) {
    this.word = word;
  }

  /** For files and people. */
  public String id() {
    return this == HOT ? "hot" : "short";
  }

  /** What tells the program. */
  public String word() {
    return word;
  }
}
