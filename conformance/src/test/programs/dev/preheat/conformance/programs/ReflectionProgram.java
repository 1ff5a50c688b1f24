// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reflection, proxies, stack walking, class objects. */
public final class ReflectionProgram {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Marked {
    String value() default "none";

    int[] numbers() default {1, 2};
  }

  interface Service {
    int add(int a, int b);

    String name();

    default String greet() {
      return "hello " + name();
    }
  }

  static class Base implements Cloneable {
    protected int number = 1;

    Base copy() throws CloneNotSupportedException {
      return (Base) clone();
    }
  }

  @Marked("derived")
  static class Derived extends Base {
    private final String text;
    int[] shared = {1};

    Derived(String text) {
      if (text == null) {
        throw new IllegalArgumentException("no text");
      }
      this.text = text;
    }

    private String secret(int times) {
      return text.repeat(times);
    }

    static long wide(long a, double b, byte c) {
      return a + (long) b + c;
    }
  }

  static class NotCloneable {
    Object copy() throws CloneNotSupportedException {
      return clone();
    }
  }

  private ReflectionProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      Check.run("invoke", () -> invoke("secret", 2));
      Check.run("invoke negative", () -> cause(() -> invoke("secret", -2)));
      Check.run("invoke missing", () -> invoke("absent", 2));
      Check.run("static", () -> wide(5L, 2.5, (byte) 3));
      Check.run("construct", () -> construct("x"));
      Check.run("construct fails", () -> cause(() -> construct(null)));
      Check.run("field", () -> field(9));
      Check.run("proxy", () -> proxied());
      Check.run("annotation", () -> annotation());
      Check.run("classes", () -> classes(new Derived("a"), new int[0][], "t", null));
      Check.run("walk", () -> outer(3));
      Check.run("caller", () -> callerClass());
      Check.run("trace", () -> trace());
      Check.run("for name", () -> forName("java.util.ArrayList") + forName("no.Such"));
      Check.run("clone", () -> cloned());
      Check.run("clone refused", () -> new NotCloneable().copy());
      Check.run(
          "is instance", () -> isInstance(Base.class, new Derived("b")) ^ isInstance(int.class, 1));
      Check.run("cast", () -> Derived.class.cast(new Base()));
      Check.run("sub", () -> "x".getClass().asSubclass(CharSequence.class).getName());
    }
  }

  static Object invoke(String name, int times) throws ReflectiveOperationException {
    Method method = Derived.class.getDeclaredMethod(name, int.class);
    method.setAccessible(true);
    return method.invoke(new Derived("ab"), times);
  }

  static Object wide(long a, double b, byte c) throws ReflectiveOperationException {
    return Derived.class
        .getDeclaredMethod("wide", long.class, double.class, byte.class)
        .invoke(null, a, b, c);
  }

  static String construct(String text) throws ReflectiveOperationException {
    Constructor<Derived> constructor = Derived.class.getDeclaredConstructor(String.class);
    return constructor.newInstance(text).text;
  }

  static String cause(java.util.concurrent.Callable<?> piece) throws Exception {
    try {
      return String.valueOf(piece.call());
    } catch (InvocationTargetException e) {
      return "caused by " + e.getCause();
    }
  }

  static String field(int value) throws ReflectiveOperationException {
    Derived derived = new Derived("f");
    Field number = Base.class.getDeclaredField("number");
    number.setInt(derived, value);
    Field text = Derived.class.getDeclaredField("text");
    text.setAccessible(true);
    return derived.number + " " + text.get(derived) + number.get(derived);
  }

  static String proxied() {
    List<String> calls = new ArrayList<>();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          calls.add(method.getName());
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          return method.getName().equals("add")
              ? (Object) ((int) arguments[0] + (int) arguments[1])
              : "proxy";
        };
    Service service =
        (Service)
            Proxy.newProxyInstance(
                ReflectionProgram.class.getClassLoader(), new Class<?>[] {Service.class}, handler);
    return service.add(2, 3) + service.greet() + calls;
  }

  static String annotation() {
    Marked marked = Derived.class.getAnnotation(Marked.class);
    return marked.value() + marked.numbers().length + Base.class.isAnnotationPresent(Marked.class);
  }

  static String classes(Object... objects) {
    StringBuilder text = new StringBuilder();
    for (Object object : objects) {
      if (object != null) {
        Class<?> type = object.getClass();
        text.append(type.getName())
            .append(type.isArray())
            .append(type.getModifiers())
            .append(type.getSuperclass())
            .append(type.getComponentType())
            .append(Base.class.isAssignableFrom(type))
            .append(type == Derived.class)
            .append(',');
      }
    }
    return text.toString();
  }

  static String outer(int depth) {
    return depth > 0 ? outer(depth - 1) : inner();
  }

  private static String inner() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().equals(ReflectionProgram.class.getName()))
                    .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(",")));
  }

  static String callerClass() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .getCallerClass()
        .getSimpleName();
  }

  static String trace() {
    StackTraceElement[] frames = new Throwable().getStackTrace();
    StackTraceElement[] thread = Thread.currentThread().getStackTrace();
    return frames[0] + " " + frames[1].getMethodName() + " " + thread[1];
  }

  static String forName(String name) {
    try {
      return Class.forName(name).getSimpleName();
    } catch (ClassNotFoundException e) {
      return "not found " + e.getMessage();
    }
  }

  static String cloned() throws CloneNotSupportedException {
    Derived derived = new Derived("c");
    derived.number = 5;
    Derived copy = (Derived) derived.copy();
    copy.number++;
    copy.shared[0] = 8;
    return derived.number + " " + copy.number + copy.text + derived.shared[0] + (copy != derived);
  }

  static boolean isInstance(Class<?> type, Object object) {
    return type.isInstance(object);
  }
}
