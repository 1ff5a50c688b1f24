// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import java.util.Map;

/** A class file (JVMS 4.1): the bytecode of its methods. It takes any version. */
public final class ClassFile {
  private final Map<String, Code> methods;

  private ClassFile(Map<String, Code> methods) {
    this.methods = methods;
  }

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  public static ClassFile read(byte[] bytes) {
    try {
      return new ClassFile(CodeReader.read(bytes));
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("a class file that is cut off", e);
    }
  }

  /** The bytecode of a method, or null if there is no such method or it has none. */
  public Code code(String name, String descriptor) {
    return methods.get(name + descriptor);
  }
}
