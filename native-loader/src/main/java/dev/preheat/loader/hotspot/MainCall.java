package dev.preheat.loader.hotspot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.MethodFinder;
import jdk.internal.misc.Unsafe;

/**
 * Calls a main method as the launcher does: reflection would spin method handles, in milliseconds,
 * and leave its frames in the program's stack traces. A hidden class in the program's package makes
 * the call instead; the VM leaves its frame out of stack traces.
 */
public final class MainCall {

  /** HIDDEN_CLASS of java.lang.invoke.MethodHandleNatives.Constants. */
  private static final int HIDDEN = 2;

  private static final int CLASS_FILE_VERSION = 61;
  private static final int FINAL_SUPER_SYNTHETIC = 0x1030;
  private static final int PUBLIC = 1;

  // Tags and indices of the constant pool.
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD_REFERENCE = 10;
  private static final int INTERFACE_METHOD_REFERENCE = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int THIS = 2;
  private static final int OBJECT = 4;
  private static final int CONSUMER = 6;
  private static final int ACCEPT = 7;
  private static final int ACCEPT_DESCRIPTOR = 8;
  private static final int CODE = 9;
  private static final int PROGRAM = 11;
  private static final int MAIN = 15;
  private static final int STRINGS = 17;
  private static final int CONSTRUCTOR = 21;
  private static final int POOL_COUNT = 22;

  private static final int ALOAD_1 = 0x2B;
  private static final int DUP = 0x59;
  private static final int RETURN = 0xB1;
  private static final int INVOKEVIRTUAL = 0xB6;
  private static final int INVOKESPECIAL = 0xB7;
  private static final int INVOKESTATIC = 0xB8;
  private static final int NEW = 0xBB;
  private static final int CHECKCAST = 0xC0;

  private MainCall() {}

  /** The main method of a class by this JDK's own rules, null when it has none. */
  public static Method find(Class<?> type) {
    return MethodFinder.findMainMethod(type);
  }

  /**
   * Makes what calls a main method with its arguments.
   *
   * @return null when the method is not declared by the class itself, or the call cannot be made
   */
  public static Consumer<Object> of(Class<?> type, Method main) {
    if (main.getDeclaringClass() != type) {
      return null;
    }
    try {
      String name = type.getPackageName().replace('.', '/');
      String own = name.isEmpty() ? "PreheatMain" : name.concat("/PreheatMain");
      Class<?> call =
          SharedSecrets.getJavaLangAccess()
              .defineClass(
                  type.getClassLoader(),
                  type,
                  own,
                  classFile(own, type, main),
                  null,
                  false,
                  HIDDEN,
                  null);
      @SuppressWarnings("unchecked") // the class implements just this type
      Consumer<Object> consumer = (Consumer<Object>) Unsafe.getUnsafe().allocateInstance(call);
      return consumer;
    } catch (IOException | InstantiationException | LinkageError e) {
      return null;
    }
  }

  private static byte[] classFile(String own, Class<?> type, Method main) throws IOException {
    boolean withArguments = main.getParameterCount() == 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0xCAFEBABE);
    out.writeInt(CLASS_FILE_VERSION);
    out.writeShort(POOL_COUNT);
    writeClass(out, own, 1);
    writeClass(out, "java/lang/Object", 3);
    writeClass(out, "java/util/function/Consumer", 5);
    writeText(out, "accept");
    writeText(out, "(Ljava/lang/Object;)V");
    writeText(out, "Code");
    writeClass(out, type.getName().replace('.', '/'), 10);
    writeText(out, "main");
    writeText(out, withArguments ? "([Ljava/lang/String;)V" : "()V");
    writePair(out, NAME_AND_TYPE, 12, 13);
    writePair(out, type.isInterface() ? INTERFACE_METHOD_REFERENCE : METHOD_REFERENCE, PROGRAM, 14);
    writeClass(out, "[Ljava/lang/String;", 16);
    writeText(out, "<init>");
    writeText(out, "()V");
    writePair(out, NAME_AND_TYPE, 18, 19);
    writePair(out, METHOD_REFERENCE, PROGRAM, 20);
    out.writeShort(FINAL_SUPER_SYNTHETIC);
    out.writeShort(THIS);
    out.writeShort(OBJECT);
    out.writeShort(1);
    out.writeShort(CONSUMER);
    out.writeShort(0);
    out.writeShort(1);
    writeAccept(out, code(Modifier.isStatic(main.getModifiers()), withArguments));
    out.writeShort(0);
    return bytes.toByteArray();
  }

  private static void writeAccept(DataOutputStream out, byte[] code) throws IOException {
    out.writeShort(PUBLIC);
    out.writeShort(ACCEPT);
    out.writeShort(ACCEPT_DESCRIPTOR);
    out.writeShort(1);
    out.writeShort(CODE);
    out.writeInt(12 + code.length);
    out.writeShort(2);
    out.writeShort(2);
    out.writeInt(code.length);
    out.write(code);
    out.writeShort(0);
    out.writeShort(0);
  }

  private static byte[] code(boolean isStatic, boolean withArguments) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32);
    DataOutputStream out = new DataOutputStream(bytes);
    if (!isStatic) {
      out.writeByte(NEW);
      out.writeShort(PROGRAM);
      out.writeByte(DUP);
      out.writeByte(INVOKESPECIAL);
      out.writeShort(CONSTRUCTOR);
    }
    if (withArguments) {
      out.writeByte(ALOAD_1);
      out.writeByte(CHECKCAST);
      out.writeShort(STRINGS);
    }
    out.writeByte(isStatic ? INVOKESTATIC : INVOKEVIRTUAL);
    out.writeShort(MAIN);
    out.writeByte(RETURN);
    return bytes.toByteArray();
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  /** A name and, behind it, the class of that name. */
  private static void writeClass(DataOutputStream out, String name, int index) throws IOException {
    writeText(out, name);
    out.writeByte(CLASS);
    out.writeShort(index);
  }

  private static void writePair(DataOutputStream out, int tag, int first, int second)
      throws IOException {
    out.writeByte(tag);
    out.writeShort(first);
    out.writeShort(second);
  }
}
