// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.agent.jdk.JdkAccess;
import dev.preheat.hotspot.VmMemory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteOrder;

/**
 * Reads the process's memory, through {@code jdk.internal.misc.Unsafe}: the methods of {@code
 * sun.misc.Unsafe} print a warning from JDK 24 on.
 */
final class ProcessMemory implements VmMemory {
  private final MethodHandle getByte;
  private final MethodHandle getShort;
  private final MethodHandle getInt;
  private final MethodHandle getLong;
  private final MethodHandle getLongInObject;
  private final MethodHandle copyMemory;
  private final long arrayBase;

  ProcessMemory(JdkAccess access) throws ReflectiveOperationException, VmException {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new VmException("the machine is not little-endian");
    }
    MethodHandles.Lookup lookup = access.lookupIn("jdk.internal.misc.Unsafe");
    Class<?> type = lookup.lookupClass();
    Object unsafe;
    try {
      unsafe = lookup.findStatic(type, "getUnsafe", MethodType.methodType(type)).invoke();
    } catch (Throwable e) {
      throw new VmException("no access to memory", e);
    }
    getByte = lookup.bind(unsafe, "getByte", MethodType.methodType(byte.class, long.class));
    getShort = lookup.bind(unsafe, "getShort", MethodType.methodType(short.class, long.class));
    getInt = lookup.bind(unsafe, "getInt", MethodType.methodType(int.class, long.class));
    getLong = lookup.bind(unsafe, "getLong", MethodType.methodType(long.class, long.class));
    copyMemory =
        lookup.bind(
            unsafe,
            "copyMemory",
            MethodType.methodType(
                void.class, Object.class, long.class, Object.class, long.class, long.class));
    try {
      arrayBase =
          (long) lookup.findStaticGetter(type, "ARRAY_BYTE_BASE_OFFSET", long.class).invoke();
    } catch (Throwable e) {
      throw new VmException("no access to arrays", e);
    }
    getLongInObject =
        lookup.bind(unsafe, "getLong", MethodType.methodType(long.class, Object.class, long.class));
  }

  @Override
  public int u1(long address) {
    try {
      return (byte) getByte.invokeExact(address) & 0xff;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int u2(long address) {
    try {
      return (short) getShort.invokeExact(address) & 0xffff;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int s4(long address) {
    try {
      return (int) getInt.invokeExact(address);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  long u4(long address) {
    return s4(address) & 0xffff_ffffL;
  }

  @Override
  public long s8(long address) {
    try {
      return (long) getLong.invokeExact(address);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A word in an object on the heap. */
  long word(Object object, long offset) {
    try {
      return (long) getLongInObject.invokeExact(object, offset);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy of a structure. */
  byte[] bytes(long address, int length) {
    byte[] bytes = new byte[length];
    try {
      copyMemory.invokeExact((Object) null, address, (Object) bytes, arrayBase, (long) length);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return bytes;
  }
}
