// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * From bytecode indices of instrumented code back to those of the original, where instrumentation
 * put instructions in front and left the rest as it was. That rest may have moved by another number
 * of bytes after a switch, which is padded.
 */
public final class IndexMap implements IntUnaryOperator {
  private static final int NONE = -1;

  private final int[] instrumented;
  private final int[] original;

  /** The same number of instructions in both. */
  private IndexMap(int[] instrumented, int[] original) {
    this.instrumented = instrumented;
    this.original = original;
  }

  /** The map between two forms of a method; empty if the original is no suffix of the other. */
  public static Optional<IndexMap> between(Code instrumented, Code original) {
    int[] all = instrumented.instructions();
    int[] rest = original.instructions();
    int added = all.length - rest.length;
    if (added < 0) {
      return Optional.empty();
    }
    for (int i = 0; i < rest.length; i++) {
      if (instrumented.opcode(added + i) != original.opcode(i)) {
        return Optional.empty();
      }
    }
    return Optional.of(new IndexMap(Arrays.copyOfRange(all, added, all.length), rest));
  }

  /** The index in the original; negative for one in what was put in front, or in no instruction. */
  @Override
  public int applyAsInt(int index) {
    int found = Arrays.binarySearch(instrumented, index);
    return found < 0 ? NONE : original[found];
  }
}
