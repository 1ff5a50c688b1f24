// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/**
 * One thread initialises a class, and uses it meanwhile; another one that comes by has to wait for
 * the end.
 */
public final class InitializationRaceProgram {
  private static final int NOT_YET = -1;
  private static final int DONE = 1;

  private InitializationRaceProgram() {}

  static class Field {
    static int value = NOT_YET;

    static {
      readField();
      Check.print("Field waited", !Race.letOtherTry());
      value = DONE;
    }
  }

  static int readField() {
    return Field.value;
  }

  static class Written {
    static int value = NOT_YET;

    static {
      write(5);
      Check.print("Written waited", !Race.letOtherTry());
      value = DONE;
    }
  }

  static int write(int added) {
    return Written.value += added;
  }

  static class Called {
    static int value = NOT_YET;

    static {
      call();
      call();
      Check.print("Called waited", !Race.letOtherTry());
      value = DONE;
    }

    static int get() {
      return value;
    }
  }

  static int call() {
    return Called.get();
  }

  /** Too large to be inlined. */
  static class CalledLarge {
    static int value = NOT_YET;

    static {
      callLarge("a");
      callLarge("b");
      Check.print("CalledLarge waited", !Race.letOtherTry());
      value = DONE;
    }

    static String get(String a) {
      StringBuilder text = new StringBuilder(a);
      for (int i = 0; i < a.length() + 3; i++) {
        text.append(value).append(a.charAt(i % a.length())).append(i * value);
        if (i % 2 == 0) {
          text.insert(0, i).reverse().append(value + i).append(a).append(text.length());
        }
        switch (i) {
          case 0 -> text.append("zero").append(value);
          case 1 -> text.append("one").append(value);
          default -> text.append("many").append(value);
        }
      }
      return text.toString();
    }
  }

  static String callLarge(String text) {
    return CalledLarge.get(text);
  }

  static class Locked {
    static int value = NOT_YET;

    static {
      callLocked();
      callLocked();
      Check.print("Locked waited", !Race.letOtherTry());
      value = DONE;
    }

    static synchronized int get() {
      return value;
    }
  }

  static int callLocked() {
    return Locked.get();
  }

  static class Created {
    static int value = NOT_YET;
    final int seen;

    static {
      create();
      Check.print("Created waited", !Race.letOtherTry());
      value = DONE;
    }

    Created() {
      seen = value;
    }
  }

  static int create() {
    return new Created().seen;
  }

  static class Leaked {
    static int value = NOT_YET;
    static Leaked instance = new Leaked();

    static {
      leaked = instance;
      callVirtual();
      Check.print("Leaked waited", !Race.letOtherTry());
      value = DONE;
    }

    int virtual() {
      return value;
    }

    int indirect() {
      return helper();
    }

    static int helper() {
      return value;
    }
  }

  private static Leaked leaked;

  static int callVirtual() {
    return leaked.virtual() * 10 + leaked.indirect();
  }

  /** A subclass becomes initialised while its superclass still is not. */
  static class Parent {
    static int value = NOT_YET;
    final int seen;

    static {
      callChild();
      createChild();
      Check.print("Parent waited", !Race.letOtherTry());
      value = DONE;
    }

    Parent() {
      seen = value;
    }

    static int inherited() {
      return value;
    }
  }

  static class Child extends Parent {
    static int own = 100;

    static int get() {
      return value + own;
    }
  }

  static int callChild() {
    return Child.get();
  }

  static int createChild() {
    return new Child().seen;
  }

  static class Parent2 {
    static int value = NOT_YET;
    final int seen;

    static {
      createChild2();
      Check.print("Parent2 waited", !Race.letOtherTry());
      value = DONE;
    }

    Parent2() {
      seen = value;
    }
  }

  static class Child2 extends Parent2 {
    final int alsoSeen;

    Child2() {
      alsoSeen = value;
    }
  }

  static int createChild2() {
    Child2 child = new Child2();
    return child.seen * 1000 + child.alsoSeen;
  }

  static class Parent3 {
    static int value = NOT_YET;

    static {
      callInherited();
      Check.print("Parent3 waited", !Race.letOtherTry());
      value = DONE;
    }

    static int inherited() {
      return value;
    }
  }

  static class Child3 extends Parent3 {}

  static int callInherited() {
    return Child3.inherited();
  }

  interface Interface {
    int[] HOLDER = {NOT_YET};
    int STARTED = start();

    private static int start() {
      callDefault(new Implementor());
      Check.print("Interface waited", !Race.letOtherTry());
      HOLDER[0] = DONE;
      return 0;
    }

    default int method() {
      return HOLDER[0];
    }
  }

  static class Implementor implements Interface {}

  static int callDefault(Interface object) {
    return object.method();
  }

  static class Fails {
    static int value = NOT_YET;

    static {
      callFails();
      Check.print("Fails waited", !Race.letOtherTry());
      if (value == NOT_YET) {
        throw new IllegalStateException("fails");
      }
    }

    static int get() {
      return value;
    }
  }

  static int callFails() {
    return Fails.get();
  }

  /** Called by code of the JIT, which leaves the check to the method that is called. */
  static class CalledHot {
    static int value = NOT_YET;

    static {
      int sum = 0;
      for (int i = 0; i < 30_000; i++) {
        sum += JitCaller.call(i) + JitCaller.callLocked(i) + JitCaller.callPure(i);
      }
      Check.print("CalledHot", sum);
      Check.print("CalledHot waited", !Race.letOtherTry());
      value = DONE;
    }

    static int notInlinedGet(int argument) {
      return value + argument % 2;
    }

    static synchronized int notInlinedLocked(int argument) {
      return value + argument % 2;
    }

    static int notInlinedPure(int argument) {
      return argument % 2;
    }
  }

  /** Not in the image. */
  static class JitCaller {
    static int call(int argument) {
      return CalledHot.notInlinedGet(argument);
    }

    static int callLocked(int argument) {
      return CalledHot.notInlinedLocked(argument);
    }

    static int callPure(int argument) {
      return CalledHot.notInlinedPure(argument);
    }
  }

  static class CalledHot2 {
    static int value = NOT_YET;

    static {
      int sum = 0;
      for (int i = 0; i < 30_000; i++) {
        sum += JitCaller2.call(i);
      }
      Check.print("CalledHot2", sum);
      Check.print("CalledHot2 waited", !Race.letOtherTry());
      value = DONE;
    }

    static int notInlinedPure(int argument) {
      return argument % 2;
    }
  }

  /** Not in the image. */
  static class JitCaller2 {
    static int call(int argument) {
      return CalledHot2.notInlinedPure(argument);
    }
  }

  static class CalledHot3 {
    static int value = NOT_YET;

    static {
      int sum = 0;
      for (int i = 0; i < 30_000; i++) {
        sum += JitCaller3.call(i);
      }
      Check.print("CalledHot3", sum);
      Check.print("CalledHot3 waited", !Race.letOtherTry());
      value = DONE;
    }

    static synchronized int notInlinedLocked(int argument) {
      return value + argument % 2;
    }
  }

  /** Not in the image. */
  static class JitCaller3 {
    static int call(int argument) {
      return CalledHot3.notInlinedLocked(argument);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Check.collectGarbage();
    Race.run("field", () -> readField(), () -> readField());
    Race.run("written", () -> Written.class.getSimpleName() + write(0) / 100, () -> write(7));
    Race.run("called", () -> call(), () -> call());
    Race.run("large", () -> callLarge("x"), () -> callLarge("y"));
    Race.run("JIT", () -> CalledHot.value, () -> JitCaller.call(0));
    Race.run("JIT pure", () -> CalledHot2.value, () -> JitCaller2.call(1));
    Race.run("JIT locked", () -> CalledHot3.value, () -> JitCaller3.call(0));
    Race.run("locked", () -> callLocked(), () -> callLocked());
    Race.run("created", () -> create(), () -> create());
    Race.run("leaked", () -> Leaked.value, () -> callVirtual());
    Race.run("child", () -> Parent.value, () -> callChild());
    Race.run("child created", () -> Parent2.value, () -> createChild2());
    Race.run("inherited", () -> Parent3.value, () -> callInherited());
    Race.run("interface", () -> Interface.STARTED, () -> callDefault(new Implementor()));
    Race.run("fails", () -> callFails(), () -> callFails());
    Check.run("fails later", () -> callFails());
    Check.print("child later", callChild() + createChild() + Child.inherited());
  }
}
