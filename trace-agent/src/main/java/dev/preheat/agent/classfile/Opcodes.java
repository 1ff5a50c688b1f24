// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

/** Lengths and constant-pool operands of instructions (JVMS 6.5). */
final class Opcodes {
  private static final int LDC = 18;
  private static final int LDC_W = 19;
  private static final int LDC2_W = 20;
  private static final int IINC = 132;
  private static final int TABLESWITCH = 170;
  private static final int LOOKUPSWITCH = 171;
  private static final int GETSTATIC = 178;
  private static final int INVOKEDYNAMIC = 186;
  private static final int NEW = 187;
  private static final int ANEWARRAY = 189;
  private static final int CHECKCAST = 192;
  private static final int INSTANCEOF = 193;
  private static final int WIDE = 196;
  private static final int MULTIANEWARRAY = 197;

  /** Length of each instruction from 0 on as a digit; 0 where it varies or there is none. */
  private static final String LENGTHS =
      // constants, to 20; loads, to 53
      "1111111111111111"
          + "23233"
          + "22222"
          + "1".repeat(28)
          // stores, to 86; stack, arithmetic and conversions, to 152, iinc among them
          + "22222"
          + "1".repeat(28)
          + "1".repeat(45)
          + "3"
          + "1".repeat(20)
          // jumps, to 168; ret; switches; returns, to 177; members, to 184
          + "3".repeat(16)
          + "2"
          + "00"
          + "111111"
          + "3333333"
          // invokeinterface, invokedynamic, new, newarray, anewarray, arraylength, athrow
          + "5532311"
          // checkcast, instanceof, monitors, wide, multianewarray, ifnull, ifnonnull, goto_w, jsr_w
          + "3311"
          + "0"
          + "4"
          + "33"
          + "55";

  private Opcodes() {}

  /**
   * The length of an instruction, in bytes.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int length(byte[] code, int at) {
    int opcode = code[at] & 0xff;
    int length = opcode < LENGTHS.length() ? LENGTHS.charAt(opcode) - '0' : 0;
    if (length > 0) {
      return length;
    }
    // The operands of a switch are padded: they start at a multiple of 4.
    int operands = (at + Integer.BYTES) & -Integer.BYTES;
    return switch (opcode) {
      case WIDE -> (code[at + 1] & 0xff) == IINC ? 6 : 4;
      case TABLESWITCH -> {
        long low = s4(code, operands + Integer.BYTES);
        long high = s4(code, operands + 2 * Integer.BYTES);
        yield positive(operands - at + (3 + high - low + 1) * Integer.BYTES);
      }
      case LOOKUPSWITCH -> {
        long pairs = s4(code, operands + Integer.BYTES);
        yield positive(operands - at + (2 + 2 * pairs) * Integer.BYTES);
      }
      default -> throw new IllegalArgumentException("unknown instruction " + opcode);
    };
  }

  /** The constant-pool index that an instruction has as its operand, 0 if none. */
  static int constantIndex(byte[] code, int at) {
    int opcode = code[at] & 0xff;
    if (opcode == LDC) {
      return code[at + 1] & 0xff;
    }
    boolean wide =
        opcode == LDC_W
            || opcode == LDC2_W
            || (opcode >= GETSTATIC && opcode <= INVOKEDYNAMIC)
            || opcode == NEW
            || opcode == ANEWARRAY
            || opcode == CHECKCAST
            || opcode == INSTANCEOF
            || opcode == MULTIANEWARRAY;
    return wide ? ((code[at + 1] & 0xff) << 8) | (code[at + 2] & 0xff) : 0;
  }

  private static int positive(long length) {
    if (length <= 0 || length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a switch of impossible size");
    }
    return (int) length;
  }

  private static int s4(byte[] code, int at) {
    return ((code[at] & 0xff) << 24)
        | ((code[at + 1] & 0xff) << 16)
        | ((code[at + 2] & 0xff) << 8)
        | (code[at + 3] & 0xff);
  }
}
