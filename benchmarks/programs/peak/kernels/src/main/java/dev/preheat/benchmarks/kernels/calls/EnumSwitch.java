// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.calls;

import dev.preheat.benchmarks.meter.Operation;

/** A switch over the constants of an enum. */
public final class EnumSwitch implements Operation {
  private static final int COUNT = 16_384;

  private enum Code {
    ADD,
    SUBTRACT,
    MULTIPLY,
    SHIFT,
    XOR,
    NEGATE,
    SWAP,
    NOTHING
  }

  private final Code[] codes = new Code[1_024];

  /** The same codes in each run. */
  public EnumSwitch() {
    Code[] all = Code.values();
    for (int i = 0; i < codes.length; i++) {
      codes[i] = all[(i * 31 ^ i >>> 4) % all.length];
    }
  }

  @Override
  public long once(int seed) {
    int state = seed;
    for (int i = 0; i < COUNT; i++) {
      state = step(codes[i & 1_023], state, i);
    }
    return state;
  }

  private static int step(Code code, int state, int operand) {
    return switch (code) {
      case ADD -> state + operand;
      case SUBTRACT -> state - operand;
      case MULTIPLY -> state * 31;
      case SHIFT -> state << 3 | state >>> 29;
      case XOR -> state ^ operand;
      case NEGATE -> -state;
      case SWAP -> Integer.reverseBytes(state);
      case NOTHING -> state;
    };
  }
}
