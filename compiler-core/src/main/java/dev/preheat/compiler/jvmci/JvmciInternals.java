// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.internal.misc.Unsafe;
import jdk.vm.ci.hotspot.HotSpotCompiledCode;
import jdk.vm.ci.hotspot.VMField;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * What JVMCI keeps to itself: the addresses behind its objects and the encoded form of compiled
 * code. All reflection on {@code jdk.vm.ci.hotspot} is here.
 */
public final class JvmciInternals {

  private static final String PACKAGE = "jdk.vm.ci.hotspot.";

  private final Method klassPointer = method("HotSpotResolvedObjectTypeImpl", "getKlassPointer");
  private final Method methodPointer = method("HotSpotResolvedJavaMethodImpl", "getMethodPointer");
  private final Constructor<?> streamConstructor = constructor("HotSpotCompiledCodeStream");
  private final Field streamHead = field("HotSpotCompiledCodeStream", "headChunk");
  private final Field streamPool = field("HotSpotCompiledCodeStream", "objectPool");
  private final Method streamClose = method("HotSpotCompiledCodeStream", "close");
  private final long fieldValue = Unsafe.getUnsafe().objectFieldOffset(field("VMField", "value"));

  /** Address of the {@code Klass} of a class. */
  public long klass(ResolvedJavaType type) {
    return (Long) invoke(klassPointer, type);
  }

  /** Address of the {@code Method} of a method. */
  public long method(ResolvedJavaMethod method) {
    return (Long) invoke(methodPointer, method);
  }

  /**
   * Compiled code in the VM's encoding, with type information.
   *
   * @param bytes a sequence of (size u1, name length u1, name, value)
   * @param objects the object pool, null where there is none
   */
  public record EncodedCode(byte[] bytes, Object[] objects) {}

  /**
   * Encodes compiled code
   * (src/jdk.internal.vm.ci/share/classes/jdk/vm/ci/hotspot/HotSpotCompiledCodeStream.java).
   */
  public EncodedCode encode(HotSpotCompiledCode code) {
    Object stream = construct(streamConstructor, code, true, false, true);
    try {
      return new EncodedCode(
          chunks((Long) get(streamHead, stream)), (Object[]) get(streamPool, stream));
    } finally {
      invoke(streamClose, stream);
    }
  }

  /** Replaces the value of a static VM field before Graal reads it. */
  public void setVmField(VMField field, long value) {
    Unsafe.getUnsafe().putReference(field, fieldValue, value);
  }

  private static byte[] chunks(long head) {
    int header = Unsafe.ADDRESS_SIZE + Integer.BYTES;
    int size = 0;
    for (long chunk = head; chunk != 0; chunk = RawMemory.u8(chunk)) {
      size += RawMemory.u4(chunk + Unsafe.ADDRESS_SIZE);
    }
    byte[] all = new byte[size];
    int at = 0;
    for (long chunk = head; chunk != 0; chunk = RawMemory.u8(chunk)) {
      byte[] bytes = RawMemory.bytes(chunk + header, RawMemory.u4(chunk + Unsafe.ADDRESS_SIZE));
      System.arraycopy(bytes, 0, all, at, bytes.length);
      at += bytes.length;
    }
    return all;
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name);
  }

  private static Method method(String type, String name) {
    try {
      Method method = type(type).getDeclaredMethod(name);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }

  private static Field field(String type, String name) {
    try {
      Field field = type(type).getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }

  private static Constructor<?> constructor(String type) {
    try {
      Constructor<?> constructor =
          type(type)
              .getDeclaredConstructor(
                  HotSpotCompiledCode.class, boolean.class, boolean.class, boolean.class);
      constructor.setAccessible(true);
      return constructor;
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }

  private static Object invoke(Method method, Object receiver) {
    try {
      return method.invoke(receiver);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }

  private static Object get(Field field, Object receiver) {
    try {
      return field.get(receiver);
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }

  private static Object construct(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw UnknownVmException.otherJvmci(e);
    }
  }
}
