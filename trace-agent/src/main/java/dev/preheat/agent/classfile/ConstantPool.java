// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import dev.preheat.format.trace.SymbolicReference;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The constant pool of a class file (JVMS 4.4). */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private final ByteBuffer file;

  /** Where the entries are, from the tag on; 0 for an index that is none. */
  private final int[] offsets;

  private final String[] texts;

  private ConstantPool(ByteBuffer file, int count) {
    this.file = file.duplicate();
    this.offsets = new int[count];
    this.texts = new String[count];
  }

  /** Reads the pool at the position of a file and leaves the file after it. */
  static ConstantPool read(ByteBuffer file) {
    int count = Short.toUnsignedInt(file.getShort());
    ConstantPool pool = new ConstantPool(file, count);
    for (int i = 1; i < count; i++) {
      pool.offsets[i] = file.position();
      int tag = file.get();
      int size =
          switch (tag) {
            case UTF8 -> Short.BYTES + Short.toUnsignedInt(file.getShort(file.position()));
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> Short.BYTES;
            case METHOD_HANDLE -> Byte.BYTES + Short.BYTES;
            case INTEGER,
                FLOAT,
                FIELD,
                METHOD,
                INTERFACE_METHOD,
                NAME_AND_TYPE,
                DYNAMIC,
                INVOKE_DYNAMIC ->
                Integer.BYTES;
            case LONG, DOUBLE -> Long.BYTES;
            default -> throw new IllegalArgumentException("unknown constant " + tag);
          };
      file.position(Math.min(file.position() + size, file.limit()));
      if (tag == LONG || tag == DOUBLE) {
        i++;
      }
    }
    return pool;
  }

  /** The text of a {@code CONSTANT_Utf8}. */
  String utf8(int index) {
    String text = texts[index];
    if (text == null) {
      int offset = offset(index, UTF8) + 1;
      byte[] bytes = new byte[Short.BYTES + u2(offset)];
      file.get(offset, bytes);
      try {
        text = new DataInputStream(new ByteArrayInputStream(bytes)).readUTF();
      } catch (IOException e) {
        throw new IllegalArgumentException("a name that is no modified UTF-8", e);
      }
      texts[index] = text;
    }
    return text;
  }

  /** What an entry names, or null if it names no class, field or method. */
  SymbolicReference reference(int index) {
    int offset = offsets[index];
    return switch (file.get(offset)) {
      case CLASS -> new SymbolicReference.ClassReference(utf8(u2(offset + 1)));
      case FIELD ->
          new SymbolicReference.FieldReference(holder(offset), name(offset), descriptor(offset));
      case METHOD, INTERFACE_METHOD ->
          new SymbolicReference.MethodReference(holder(offset), name(offset), descriptor(offset));
      default -> null;
    };
  }

  /** The method that a {@code CONSTANT_MethodHandle} names, or null if it names another thing. */
  SymbolicReference.MethodReference handle(int index) {
    int offset = offsets[index];
    if (file.get(offset) != METHOD_HANDLE) {
      return null;
    }
    SymbolicReference member = reference(u2(offset + 1 + Byte.BYTES));
    return member instanceof SymbolicReference.MethodReference method ? method : null;
  }

  /** The bootstrap method that an entry is linked with, or -1 if it is linked with none. */
  int bootstrapMethod(int index) {
    int offset = offsets[index];
    int tag = file.get(offset);
    return tag == DYNAMIC || tag == INVOKE_DYNAMIC ? u2(offset + 1) : -1;
  }

  private String holder(int member) {
    return utf8(u2(offset(u2(member + 1), CLASS) + 1));
  }

  private String name(int member) {
    return utf8(u2(offset(u2(member + 1 + Short.BYTES), NAME_AND_TYPE) + 1));
  }

  private String descriptor(int member) {
    return utf8(u2(offset(u2(member + 1 + Short.BYTES), NAME_AND_TYPE) + 1 + Short.BYTES));
  }

  private int offset(int index, int tag) {
    int offset = offsets[index];
    if (file.get(offset) != tag) {
      throw new IllegalArgumentException("constant " + index + " is of another kind");
    }
    return offset;
  }

  private int u2(int offset) {
    return Short.toUnsignedInt(file.getShort(offset));
  }
}
