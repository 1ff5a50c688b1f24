// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A class file (JVMS 4.1): its constant pool and the bytecode of its methods. It takes any version:
 * these parts have not changed.
 */
public final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private final ConstantPool pool;
  private final BootstrapMethods bootstrapMethods;
  private final Map<String, Code> methods = new HashMap<>();

  private ClassFile(ByteBuffer file) {
    if (file.getInt() != MAGIC) {
      throw new IllegalArgumentException("no class file");
    }
    skip(file, 2 * Short.BYTES); // versions
    pool = ConstantPool.read(file);
    bootstrapMethods = new BootstrapMethods(pool);
    skip(file, 3 * Short.BYTES); // access flags, this class, superclass
    skip(file, u2(file) * Short.BYTES); // interfaces
    readMembers(file, false);
    readMembers(file, true);
    readBootstrapMethods(file);
  }

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  public static ClassFile read(byte[] bytes) {
    try {
      return new ClassFile(ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a class file that is cut off", e);
    }
  }

  /** The bytecode of a method, or null if there is no such method or it has none. */
  public Code code(String name, String descriptor) {
    return methods.get(name + descriptor);
  }

  private void readMembers(ByteBuffer file, boolean areMethods) {
    for (int members = u2(file); members > 0; members--) {
      skip(file, Short.BYTES); // access flags
      int name = u2(file);
      int descriptor = u2(file);
      for (int attributes = u2(file); attributes > 0; attributes--) {
        String attribute = pool.utf8(u2(file));
        int length = file.getInt();
        if (areMethods && attribute.equals("Code")) {
          methods.put(pool.utf8(name) + pool.utf8(descriptor), code(file.slice()));
        }
        skip(file, length);
      }
    }
  }

  private Code code(ByteBuffer attribute) {
    skip(attribute, 2 * Short.BYTES); // maximum stack, maximum locals
    byte[] bytes = new byte[attribute.getInt()];
    attribute.get(bytes);
    return new Code(bytes, pool, bootstrapMethods);
  }

  private void readBootstrapMethods(ByteBuffer file) {
    for (int attributes = u2(file); attributes > 0; attributes--) {
      String attribute = pool.utf8(u2(file));
      int length = file.getInt();
      if (attribute.equals("BootstrapMethods")) {
        bootstrapMethods.read(file.slice());
      }
      skip(file, length);
    }
  }

  private static int u2(ByteBuffer file) {
    return Short.toUnsignedInt(file.getShort());
  }

  private static void skip(ByteBuffer file, int length) {
    if (length < 0 || length > file.remaining()) {
      throw new BufferUnderflowException();
    }
    file.position(file.position() + length);
  }
}
