// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import dev.preheat.format.trace.SymbolicReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytecode of a method in a class file. */
public final class Code {
  private static final int FEW_INSTRUCTIONS = 32;

  private final int length;
  private int count;
  private int[] starts = new int[FEW_INSTRUCTIONS];
  private int[] opcodes = new int[FEW_INSTRUCTIONS];
  private final List<SymbolicReference> references = new ArrayList<>();
  private final List<SymbolicReference.MethodReference> handles = new ArrayList<>();

  Code(int length) {
    this.length = length;
  }

  /** Its length in bytes. */
  public int length() {
    return length;
  }

  /** The classes, fields and methods that its instructions name. */
  public List<SymbolicReference> references() {
    return new ArrayList<>(references);
  }

  /**
   * The methods that it runs without naming them in an instruction: those that handles stand for,
   * its own and those that its call sites and dynamic constants are linked with.
   */
  public List<SymbolicReference.MethodReference> handles() {
    return new ArrayList<>(handles);
  }

  /** Where its instructions start, in order. */
  int[] instructions() {
    return Arrays.copyOf(starts, count);
  }

  /** The operation of an instruction, by its place in the order; all forms of one are the same. */
  int opcode(int instruction) {
    return opcodes[instruction];
  }

  void add(int start, int opcode) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      opcodes = Arrays.copyOf(opcodes, 2 * count);
    }
    starts[count] = start;
    opcodes[count] = opcode;
    count++;
  }

  void add(SymbolicReference reference) {
    references.add(reference);
  }

  void addHandle(SymbolicReference.MethodReference handle) {
    handles.add(handle);
  }
}
