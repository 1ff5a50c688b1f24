// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reads the bytecode of all methods of a class, with the places of the instructions, which ASM
 * tells this class only.
 */
final class CodeReader extends ClassReader {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int VERSION = 6;

  /** The first members of a class file behind its constant pool: flags, this class, superclass. */
  private static final int HEADER_BYTES = 3 * Short.BYTES;

  private static final int MEMBER_BYTES = 4 * Short.BYTES;
  private static final int ATTRIBUTE_BYTES = Short.BYTES + Integer.BYTES;

  /** In an attribute {@code Code}: behind its name and length, maximum stack and locals. */
  private static final int CODE_LENGTH = ATTRIBUTE_BYTES + 2 * Short.BYTES;

  private final Map<String, Integer> lengths = new HashMap<>();
  private int offset;

  private CodeReader(byte[] bytes) {
    super(bytes);
  }

  /**
   * Reads a class file.
   *
   * @return by name and descriptor
   * @throws IllegalArgumentException if it is none
   * @throws IndexOutOfBoundsException if it is damaged
   */
  static Map<String, Code> read(byte[] bytes) {
    CodeReader reader = new CodeReader(ofKnownVersion(bytes));
    if (reader.readInt(0) != MAGIC) {
      throw new IllegalArgumentException("no class file");
    }
    reader.readLengths();
    Map<String, Code> methods = new HashMap<>();
    reader.accept(reader.visitor(methods), SKIP_DEBUG | SKIP_FRAMES);
    return methods;
  }

  /** ASM refuses versions that came after it; what is read here has not changed. */
  private static byte[] ofKnownVersion(byte[] bytes) {
    int major = ((bytes[VERSION] & 0xff) << Byte.SIZE) | (bytes[VERSION + 1] & 0xff);
    if (major <= Opcodes.V17) {
      return bytes;
    }
    byte[] copy = bytes.clone();
    copy[VERSION] = 0;
    copy[VERSION + 1] = Opcodes.V17;
    return copy;
  }

  private ClassVisitor visitor(Map<String, Code> methods) {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        Integer length = lengths.get(name + descriptor);
        if (length == null) {
          return null;
        }
        Code code = new Code(length);
        methods.put(name + descriptor, code);
        return new CodeVisitor(code, CodeReader.this);
      }
    };
  }

  /** Where the instruction is that is being visited. */
  int offset() {
    return offset;
  }

  @Override
  protected void readBytecodeInstructionOffset(int bytecodeOffset) {
    offset = bytecodeOffset;
  }

  /** How long the bytecode of each method is. ASM tells of the starts of instructions only. */
  private void readLengths() {
    int interfaces = header + HEADER_BYTES;
    int fields = interfaces + Short.BYTES + readUnsignedShort(interfaces) * Short.BYTES;
    readMembers(readMembers(fields, new HashMap<>()), lengths);
  }

  /** Returns where the members end. */
  private int readMembers(int from, Map<String, Integer> found) {
    char[] buffer = new char[getMaxStringLength()];
    int at = from + Short.BYTES;
    for (int members = readUnsignedShort(from); members > 0; members--) {
      String name = readUTF8(at + Short.BYTES, buffer) + readUTF8(at + 2 * Short.BYTES, buffer);
      int attributes = readUnsignedShort(at + 3 * Short.BYTES);
      at += MEMBER_BYTES;
      for (; attributes > 0; attributes--) {
        if (readUTF8(at, buffer).equals("Code")) {
          found.put(name, readInt(at + CODE_LENGTH));
        }
        int length = readInt(at + Short.BYTES);
        if (length < 0) {
          throw new IllegalArgumentException("an attribute of impossible size");
        }
        at += ATTRIBUTE_BYTES + length;
      }
    }
    return at;
  }
}
