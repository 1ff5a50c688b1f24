// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.program;

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

  /** More than the class file has besides the two names. */
  private static final int CONSTANT_BYTES = 512;

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
    } catch (InstantiationException | LinkageError e) {
      return null;
    }
  }

  private static byte[] classFile(String own, Class<?> type, Method main) {
    boolean withArguments = main.getParameterCount() == 1;
    String name = type.getName().replace('.', '/');
    ClassBytes out = new ClassBytes(CONSTANT_BYTES + 3 * (own.length() + name.length()));
    out.u4(0xCAFEBABE).u4(CLASS_FILE_VERSION).u2(POOL_COUNT);
    type(out, own, 1);
    type(out, "java/lang/Object", 3);
    type(out, "java/util/function/Consumer", 5);
    text(out, "accept");
    text(out, "(Ljava/lang/Object;)V");
    text(out, "Code");
    type(out, name, 10);
    text(out, "main");
    text(out, withArguments ? "([Ljava/lang/String;)V" : "()V");
    out.u1(NAME_AND_TYPE).u2(12).u2(13);
    out.u1(type.isInterface() ? INTERFACE_METHOD_REFERENCE : METHOD_REFERENCE).u2(PROGRAM).u2(14);
    type(out, "[Ljava/lang/String;", 16);
    text(out, "<init>");
    text(out, "()V");
    out.u1(NAME_AND_TYPE).u2(18).u2(19);
    out.u1(METHOD_REFERENCE).u2(PROGRAM).u2(20);
    // One interface, no fields, one method with one attribute.
    out.u2(FINAL_SUPER_SYNTHETIC).u2(THIS).u2(OBJECT).u2(1).u2(CONSUMER).u2(0).u2(1);
    out.u2(PUBLIC).u2(ACCEPT).u2(ACCEPT_DESCRIPTOR).u2(1);
    code(out, Modifier.isStatic(main.getModifiers()), withArguments);
    return out.u2(0).toByteArray();
  }

  private static void code(ClassBytes out, boolean isStatic, boolean withArguments) {
    int length = (isStatic ? 0 : 7) + (withArguments ? 4 : 0) + 4;
    // Stack and locals; no exceptions, no attributes.
    out.u2(CODE).u4(12 + length).u2(2).u2(2).u4(length);
    if (!isStatic) {
      out.u1(NEW).u2(PROGRAM).u1(DUP).u1(INVOKESPECIAL).u2(CONSTRUCTOR);
    }
    if (withArguments) {
      out.u1(ALOAD_1).u1(CHECKCAST).u2(STRINGS);
    }
    out.u1(isStatic ? INVOKESTATIC : INVOKEVIRTUAL).u2(MAIN).u1(RETURN).u2(0).u2(0);
  }

  private static void text(ClassBytes out, String text) {
    out.u1(UTF8).text(text);
  }

  /** A name and, behind it, the class of that name. */
  private static void type(ClassBytes out, String name, int index) {
    text(out, name);
    out.u1(CLASS).u2(index);
  }
}
