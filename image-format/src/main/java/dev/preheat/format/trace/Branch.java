// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/**
 * How often a conditional branch went which way.
 *
 * @param taken jumps
 * @param notTaken falls through
 */
public record Branch(long taken, long notTaken) {
  public Branch {
    Counts.check(taken);
    Counts.check(notTaken);
  }

  Branch merge(Branch other) {
    return new Branch(Counts.add(taken, other.taken), Counts.add(notTaken, other.notTaken));
  }
}
