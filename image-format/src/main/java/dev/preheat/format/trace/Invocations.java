// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/**
 * How often a method ran.
 *
 * @param count invocations
 * @param loops back edges taken, 0 where unknown
 * @param tier the highest HotSpot compilation tier it was seen in, 0 (interpreter, or unknown) to 4
 *     (C2)
 */
public record Invocations(long count, long loops, int tier) {
  /** The highest tier that HotSpot has ({@code CompLevel_full_optimization}). */
  public static final int MAXIMUM_TIER = 4;

  public Invocations {
    Counts.check(count);
    Counts.check(loops);
    if (tier < 0 || tier > MAXIMUM_TIER) {
      throw new IllegalArgumentException("a compilation tier is not in 0 to 4: " + tier);
    }
  }

  Invocations merge(Invocations other) {
    return new Invocations(
        Counts.add(count, other.count), Counts.add(loops, other.loops), Math.max(tier, other.tier));
  }
}
