// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Method handles whose types were changed: what they are called with is cast, to related types and
 * to unrelated ones. (Graal 25.0.4 casts an argument whose type is known and unrelated, too: {@code
 * MethodHandleNode.maybeCastArgument}.)
 */
public final class HandleCastsProgram {
  private static final MethodHandle NUMBER = target("number", int.class, Integer.class);
  private static final MethodHandle ANY = target("any", int.class, Number.class);
  private static final MethodHandle TEXT = target("text", int.class, CharSequence.class);
  private static final MethodHandle LIST = target("list", int.class, ArrayList.class);
  private static final MethodHandle ARRAY = target("array", int.class, Object[].class);
  private static final MethodHandle WIDE = target("wide", long.class, long.class);

  private static final MethodHandle NUMBER_OF_OBJECT = of(NUMBER, int.class, Object.class);
  private static final MethodHandle NUMBER_OF_TEXT = explicit(NUMBER, int.class, String.class);
  private static final MethodHandle NUMBER_OF_FACE = of(NUMBER, int.class, Comparable.class);
  private static final MethodHandle ANY_OF_NUMBER = of(ANY, int.class, Integer.class);
  private static final MethodHandle ANY_OF_TEXT = explicit(ANY, int.class, String.class);
  private static final MethodHandle TEXT_OF_OBJECT = of(TEXT, int.class, Object.class);
  private static final MethodHandle LIST_OF_LIST = of(LIST, int.class, List.class);
  private static final MethodHandle ARRAY_OF_OBJECT = of(ARRAY, int.class, Object.class);
  private static final MethodHandle WIDE_OF_BOX = of(WIDE, long.class, Integer.class);
  private static final MethodHandle WIDE_OF_OBJECT = of(WIDE, Object.class, Object.class);
  private static final MethodHandle NARROWED = explicit(WIDE, byte.class, double.class);

  private HandleCastsProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    Object[] values = {
      null,
      7,
      7L,
      'x',
      "text",
      new StringBuilder("b"),
      new ArrayList<>(List.of(1)),
      List.of(2),
      0.5,
      new Object[2],
      new String[3],
      new int[4],
      (byte) 3
    };
    for (int i = 0; i < 3; i++) {
      for (int at = 0; at < values.length; at++) {
        Object value = values[at];
        Check.run("number " + at, () -> number(value));
        Check.run("text " + at, () -> text(value));
        Check.run("face " + at, () -> face(value));
        Check.run("array " + at, () -> array(value));
        Check.run("wide " + at, () -> wide(value));
        Check.run("chosen " + at, () -> chosen(value, value instanceof Number));
      }
      Check.run("unrelated", () -> unrelated("text"));
      Check.run("unrelated null", () -> unrelated(null));
      Check.run("unrelated other", () -> unrelatedOther("text"));
      Check.run("related", () -> related(5));
      Check.run("list", () -> list(new ArrayList<>(List.of(1, 2))));
      Check.run("other list", () -> list(List.of(1)));
      Check.run("box", () -> box(9));
      Check.run("no box", () -> box(null));
      Check.run("narrowed", () -> narrowed(1e10) + narrowed(-129.7) + narrowed(Double.NaN));
    }
  }

  private static int number(Integer value) {
    return value == null ? -1 : value + 1;
  }

  private static int any(Number value) {
    return value == null ? -2 : value.intValue() + 2;
  }

  private static int text(CharSequence value) {
    return value == null ? -3 : value.length();
  }

  private static int list(ArrayList<?> value) {
    return value == null ? -4 : value.size();
  }

  private static int array(Object[] value) {
    return value == null ? -5 : value.length;
  }

  private static long wide(long value) {
    return value * 3;
  }

  private static MethodHandle target(String name, Class<?> result, Class<?> parameter) {
    try {
      return MethodHandles.lookup()
          .findStatic(HandleCastsProgram.class, name, MethodType.methodType(result, parameter));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle of(MethodHandle handle, Class<?> result, Class<?> parameter) {
    return handle.asType(MethodType.methodType(result, parameter));
  }

  private static MethodHandle explicit(MethodHandle handle, Class<?> result, Class<?> parameter) {
    return MethodHandles.explicitCastArguments(
        handle.asType(handle.type().changeParameterType(0, widest(handle))),
        MethodType.methodType(result, parameter));
  }

  private static Class<?> widest(MethodHandle handle) {
    Class<?> parameter = handle.type().parameterType(0);
    return parameter.isPrimitive() ? parameter : Object.class;
  }

  private static int number(Object value) throws Exception {
    try {
      return (int) NUMBER_OF_OBJECT.invokeExact(value) + number((Integer) value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int text(Object value) throws Exception {
    try {
      return (int) TEXT_OF_OBJECT.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int face(Object value) throws Exception {
    try {
      return (int) NUMBER_OF_FACE.invokeExact((Comparable) value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int array(Object value) throws Exception {
    try {
      return (int) ARRAY_OF_OBJECT.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static Object wide(Object value) throws Exception {
    try {
      return WIDE_OF_OBJECT.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int chosen(Object value, boolean number) throws Exception {
    try {
      return number
          ? (int) NUMBER.invoke(value) + (int) ANY.invoke(value)
          : (int) TEXT.invoke(value) + (int) LIST.invoke(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int unrelated(String value) throws Exception {
    try {
      return (int) NUMBER_OF_TEXT.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int unrelatedOther(String value) throws Exception {
    try {
      return (int) ANY_OF_TEXT.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int related(Integer value) throws Exception {
    try {
      return (int) ANY_OF_NUMBER.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static int list(List<?> value) throws Exception {
    try {
      return (int) LIST_OF_LIST.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static long box(Integer value) throws Exception {
    try {
      return (long) WIDE_OF_BOX.invokeExact(value);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static String narrowed(double value) throws Exception {
    try {
      return (byte) NARROWED.invokeExact(value) + " ";
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** Without the frames of the JDK, which differ. */
  private static Exception rethrown(Throwable e) {
    return new IllegalArgumentException(e.getClass().getName());
  }
}
