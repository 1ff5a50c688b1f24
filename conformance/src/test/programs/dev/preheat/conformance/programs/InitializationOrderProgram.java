// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** When static initialisers run, and in which order. */
public final class InitializationOrderProgram {
  private static final List<String> LOG = new ArrayList<>();

  private InitializationOrderProgram() {}

  static int log(String name) {
    LOG.add(name);
    return LOG.size();
  }

  static class GetStatic {
    static int value = log("GetStatic");
  }

  static class PutStatic {
    static int value;

    static {
      log("PutStatic " + value);
    }
  }

  static class CallStatic {
    static {
      log("CallStatic");
    }

    static int call(int argument) {
      log("called " + argument);
      return argument;
    }
  }

  static class Created {
    static {
      log("Created");
    }

    final int id = log("instance");
  }

  static class Parent {
    static int value = log("Parent");

    static int inherited() {
      return log("inherited");
    }
  }

  static class Child extends Parent {
    static int own = log("Child");

    static int sum() {
      return value + own;
    }
  }

  interface WithDefault {
    int FIELD = log("WithDefault");

    default int method() {
      return 1;
    }
  }

  interface WithoutDefault {
    int FIELD = log("WithoutDefault");

    int other();
  }

  static class Implementor implements WithDefault, WithoutDefault {
    static {
      log("Implementor");
    }

    @Override
    public int other() {
      return 2;
    }
  }

  static class Constants {
    static final int CONSTANT = 42;
    static final String TEXT = "text";
    static final int COMPUTED = log("Constants");
  }

  static class OnlyNamed {
    static {
      log("OnlyNamed");
    }
  }

  static class InArray {
    static {
      log("InArray");
    }
  }

  static class CycleA {
    static int value = CycleB.value + 1;
    static final int COMPUTED = log("CycleA " + value);
  }

  static class CycleB {
    static int value = CycleA.value + 10;
    static final int COMPUTED = log("CycleB " + value);
  }

  static class Lazy {
    static final Lazy INSTANCE = new Lazy();
    static int counter = 5;
    final int seen;

    Lazy() {
      seen = counter;
      counter++;
    }
  }

  static class ByHandle {
    static {
      log("ByHandle");
    }

    static int call() {
      return log("handle called");
    }
  }

  static class ByLambda {
    static {
      log("ByLambda");
    }

    static int call() {
      return log("lambda called");
    }
  }

  static class ByReference {
    static {
      log("ByReference");
    }

    static int call() {
      return log("reference called");
    }

    ByReference() {
      log("reference created");
    }
  }

  enum Colour {
    RED,
    GREEN;

    static final int COUNT = log("Colour " + values().length);

    Colour() {
      log(name());
    }
  }

  static class Condition {
    static int value = log("Condition");
  }

  static class InLoop {
    static int value = log("InLoop");
  }

  static class Argument {
    static int value = log("Argument");
  }

  public static void main(String[] args) throws Throwable {
    Check.collectGarbage();
    step("get", () -> getStatic());
    step("put", () -> putStatic(7));
    step("call", () -> callStatic());
    step("new", () -> create());
    step("inherited field", () -> inheritedField());
    step("inherited call", () -> inheritedCall());
    step("child", () -> childSum());
    step("interface", () -> implementor());
    step("interface field", () -> interfaceField());
    step("constants", () -> constants());
    step("computed", () -> computedConstant());
    step("class literal", () -> onlyNamed(new Object()));
    step("array", () -> inArray());
    step("cycle", () -> CycleB.value * 1000 + CycleA.value);
    step("lazy", () -> Lazy.INSTANCE.seen * 100 + Lazy.counter);
    MethodHandle handle =
        MethodHandles.lookup().findStatic(ByHandle.class, "call", MethodType.methodType(int.class));
    Check.print("handle found", LOG);
    step("handle", () -> callHandle(handle));
    step("lambda", () -> callLambda(() -> ByLambda.call()));
    step("reference", () -> callLambda(ByReference::call));
    step("constructor", () -> supply(ByReference::new).getClass().getSimpleName());
    step("enum", () -> colour(1));
    step("condition false", () -> condition(false));
    step("condition true", () -> condition(true));
    step("loop", () -> inLoop(5));
    step("argument", () -> argumentOrder());
  }

  private static void step(String name, java.util.concurrent.Callable<?> piece) {
    for (int i = 0; i < 3; i++) {
      LOG.clear();
      Check.run(name, piece);
      Check.print(name + " log", LOG);
    }
  }

  static int getStatic() {
    log("before");
    int value = GetStatic.value;
    log("after");
    return value;
  }

  static int putStatic(int value) {
    PutStatic.value = value;
    log("put");
    return PutStatic.value;
  }

  static int callStatic() {
    return CallStatic.call(log("argument")) + CallStatic.call(log("argument"));
  }

  static int create() {
    return new Created().id;
  }

  static int inheritedField() {
    return Child.value;
  }

  static int inheritedCall() {
    return Child.inherited();
  }

  static int childSum() {
    return Child.sum();
  }

  static int implementor() {
    Implementor implementor = new Implementor();
    return implementor.method() + implementor.other();
  }

  static int interfaceField() {
    return WithoutDefault.FIELD + WithDefault.FIELD;
  }

  static String constants() {
    return Constants.CONSTANT + Constants.TEXT;
  }

  static int computedConstant() {
    return Constants.COMPUTED;
  }

  static String onlyNamed(Object object) {
    return OnlyNamed.class.getSimpleName() + (object instanceof OnlyNamed);
  }

  static int inArray() {
    InArray[] array = new InArray[3];
    return array.length + new InArray[2][2].length + (array[0] == null ? 1 : 0);
  }

  static int callHandle(MethodHandle handle) throws Exception {
    try {
      return (int) handle.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static int callLambda(IntSupplier supplier) {
    log("before");
    return supplier.getAsInt();
  }

  static Object supply(Supplier<?> supplier) {
    log("before");
    return supplier.get();
  }

  static String colour(int index) {
    Colour colour = index == 0 ? Colour.RED : Colour.GREEN;
    return switch (colour) {
      case RED -> "red";
      case GREEN -> "green " + Colour.COUNT;
    };
  }

  static int condition(boolean used) {
    log("before");
    return used ? Condition.value : -1;
  }

  static int inLoop(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      log("round " + i);
      if (i > 2) {
        sum += InLoop.value;
      }
    }
    return sum;
  }

  static int argumentOrder() {
    return Math.max(log("first"), Math.max(Argument.value, log("third")));
  }
}
