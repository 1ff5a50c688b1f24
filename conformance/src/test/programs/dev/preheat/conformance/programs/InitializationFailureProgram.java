// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.concurrent.Callable;

/** Static initialisers that fail: once with their own exception, later for good. */
public final class InitializationFailureProgram {
  private static int calls;

  private InitializationFailureProgram() {}

  static class Field {
    static int value = fail("field");
  }

  static class Written {
    static int value;

    static {
      fail("written");
    }
  }

  static class Method {
    static int own = 3;

    static {
      callItself();
      fail("method");
    }

    static int call() {
      return own++;
    }

    static synchronized int locked() {
      return own++;
    }
  }

  static class Instance {
    static Instance leaked;
    static int own = 4;

    static {
      leaked = new Instance();
      InitializationFailureProgram.instance = leaked;
      fail("instance");
    }

    int virtual() {
      return own++;
    }

    int other() {
      return Instance.helper() + 1;
    }

    static int helper() {
      return own;
    }
  }

  static class Parent {
    static int value = fail("parent");
  }

  static class Child extends Parent {
    static int own = 1;

    static int call() {
      return own;
    }
  }

  interface Default {
    int VALUE = fail("default");

    default int method() {
      return 1;
    }
  }

  static class Implementor implements Default {
    static int call() {
      return 5;
    }
  }

  static class ThrowsError {
    static int value = failWithError();
  }

  static class Nested {
    static int value = readNested();
  }

  private static Instance instance;

  private static int fail(String text) {
    if (calls++ >= 0) {
      throw new IllegalStateException(text + " " + calls);
    }
    return calls;
  }

  private static int failWithError() {
    throw new AssertionError("own error");
  }

  private static int readNested() {
    return Field.value + 1;
  }

  static void callItself() {
    Check.print("inside", callMethod() + callLocked());
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    step("field", () -> readField());
    step("written", () -> write(3));
    step("method", () -> callMethod());
    step("locked", () -> callLocked());
    step("new", () -> create());
    step("virtual", () -> callVirtual(instance));
    step("virtual that calls", () -> callOther(instance));
    step("child", () -> callChild());
    step("child field", () -> readChild());
    step("child new", () -> new Child());
    step("parent", () -> Parent.value);
    step("implementor", () -> callImplementor());
    step("implementor new", () -> new Implementor().method());
    step("error", () -> ThrowsError.value);
    step("nested", () -> Nested.value);
    step("caught", () -> caught());
  }

  private static void step(String name, Callable<?> piece) {
    for (int i = 0; i < 4; i++) {
      Check.run(name + " " + i, piece);
    }
  }

  static int readField() {
    return Field.value;
  }

  static int write(int value) {
    Written.value = value;
    return Written.value;
  }

  static int callMethod() {
    return Method.call();
  }

  static int callLocked() {
    return Method.locked();
  }

  static int create() {
    return new Instance().virtual();
  }

  static int callVirtual(Instance object) {
    return object.virtual();
  }

  static int callOther(Instance object) {
    return object.other();
  }

  static int callChild() {
    return Child.call();
  }

  static int readChild() {
    return Child.own;
  }

  static int callImplementor() {
    return Implementor.call();
  }

  static String caught() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      try {
        text.append(Child.value);
      } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
        text.append(e.getClass().getSimpleName()).append(' ');
      } finally {
        text.append(i);
      }
    }
    return text.toString();
  }
}
