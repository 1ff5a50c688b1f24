package dev.preheat.conformance.programs;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread initialises a class, and uses it meanwhile; another one that comes by has to wait for
 * the end.
 */
public final class InitializationRaceProgram {
  private static final int NOT_YET = -1;
  private static final int DONE = 1;

  /** Time for the second thread to do what it must not. It costs time, not certainty. */
  private static final long CHANCE_MILLIS = 150;

  private InitializationRaceProgram() {}

  /** The meeting point of the two threads of a case. */
  static final class Meeting {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch passed = new CountDownLatch(1);

    /** Of the initialiser: lets the other thread go and gives it a chance to get through. */
    boolean letOtherTry() {
      started.countDown();
      try {
        return passed.await(CHANCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Meeting meeting;

  /** Runs both; the first initialises the class, the second one's result is printed. */
  private static void race(String name, Callable<?> first, Callable<?> second)
      throws InterruptedException {
    Meeting current = new Meeting();
    meeting = current;
    AtomicReference<Object> result = new AtomicReference<>();
    Thread initializer = new Thread(() -> Check.run(name + " initialises", first), "first");
    Thread other =
        new Thread(
            () -> {
              try {
                current.started.await();
                result.set(second.call());
              } catch (Exception | LinkageError e) {
                result.set(e);
              }
              current.passed.countDown();
            },
            "second");
    initializer.start();
    other.start();
    initializer.join();
    other.join();
    Check.print(name + " other sees", result.get());
  }

  static class Field {
    static int value = NOT_YET;

    static {
      readField();
      Check.print("Field waited", !meeting.letOtherTry());
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
      Check.print("Written waited", !meeting.letOtherTry());
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
      Check.print("Called waited", !meeting.letOtherTry());
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
      Check.print("CalledLarge waited", !meeting.letOtherTry());
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
      Check.print("Locked waited", !meeting.letOtherTry());
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
      Check.print("Created waited", !meeting.letOtherTry());
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
      Check.print("Leaked waited", !meeting.letOtherTry());
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
      Check.print("Parent waited", !meeting.letOtherTry());
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
      Check.print("Parent2 waited", !meeting.letOtherTry());
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
      Check.print("Parent3 waited", !meeting.letOtherTry());
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
      Check.print("Interface waited", !meeting.letOtherTry());
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
      Check.print("Fails waited", !meeting.letOtherTry());
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
      Check.print("CalledHot waited", !meeting.letOtherTry());
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
      Check.print("CalledHot2 waited", !meeting.letOtherTry());
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
      Check.print("CalledHot3 waited", !meeting.letOtherTry());
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
    race("field", () -> readField(), () -> readField());
    race("written", () -> Written.class.getSimpleName() + write(0) / 100, () -> write(7));
    race("called", () -> call(), () -> call());
    race("large", () -> callLarge("x"), () -> callLarge("y"));
    race("JIT", () -> CalledHot.value, () -> JitCaller.call(0));
    race("JIT pure", () -> CalledHot2.value, () -> JitCaller2.call(1));
    race("JIT locked", () -> CalledHot3.value, () -> JitCaller3.call(0));
    race("locked", () -> callLocked(), () -> callLocked());
    race("created", () -> create(), () -> create());
    race("leaked", () -> Leaked.value, () -> callVirtual());
    race("child", () -> Parent.value, () -> callChild());
    race("child created", () -> Parent2.value, () -> createChild2());
    race("inherited", () -> Parent3.value, () -> callInherited());
    race("interface", () -> Interface.STARTED, () -> callDefault(new Implementor()));
    race("fails", () -> callFails(), () -> callFails());
    Check.run("fails later", () -> callFails());
    Check.print("child later", callChild() + createChild() + Child.inherited());
  }
}
