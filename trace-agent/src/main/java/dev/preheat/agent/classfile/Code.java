// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import dev.preheat.format.trace.SymbolicReference;
import java.util.ArrayList;
import java.util.List;

/** The bytecode of a method in a class file. */
public final class Code {
  private final byte[] bytes;
  private final ConstantPool pool;
  private final BootstrapMethods bootstrapMethods;

  Code(byte[] bytes, ConstantPool pool, BootstrapMethods bootstrapMethods) {
    this.bytes = bytes;
    this.pool = pool;
    this.bootstrapMethods = bootstrapMethods;
  }

  /** Its length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** The classes, fields and methods that its instructions name. */
  public List<SymbolicReference> references() {
    List<SymbolicReference> references = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Opcodes.length(bytes, at)) {
      int index = Opcodes.constantIndex(bytes, at);
      SymbolicReference reference = index == 0 ? null : pool.reference(index);
      if (reference != null) {
        references.add(reference);
      }
    }
    return references;
  }

  /**
   * The methods that it runs without naming them in an instruction: those that handles stand for,
   * its own and those that its call sites and dynamic constants are linked with.
   */
  public List<SymbolicReference.MethodReference> handles() {
    List<SymbolicReference.MethodReference> handles = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Opcodes.length(bytes, at)) {
      int index = Opcodes.constantIndex(bytes, at);
      if (index == 0) {
        continue;
      }
      int bootstrapMethod = pool.bootstrapMethod(index);
      SymbolicReference.MethodReference handle = pool.handle(index);
      if (bootstrapMethod >= 0) {
        handles.addAll(bootstrapMethods.handles(bootstrapMethod));
      } else if (handle != null) {
        handles.add(handle);
      }
    }
    return handles;
  }

  /** Where its instructions start, in order. */
  int[] instructions() {
    int count = 0;
    for (int at = 0; at < bytes.length; at += Opcodes.length(bytes, at)) {
      count++;
    }
    int[] starts = new int[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      starts[i] = at;
      at += Opcodes.length(bytes, at);
    }
    return starts;
  }

  int opcode(int index) {
    return bytes[index] & 0xff;
  }
}
