// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.CountDownLatch;

/**
 * Classes that break what the compiler assumed. In training only the first implementor of each type
 * is loaded; with the argument {@code late} the others come, when all methods have run. They are
 * made by reflection: the verifier loads what stands in bytecode.
 */
public final class InvalidationProgram {
  private static final MutableCallSite SITE =
      new MutableCallSite(MethodHandles.constant(String.class, "first target"));
  private static final MethodHandle INVOKER = SITE.dynamicInvoker();

  private InvalidationProgram() {}

  interface Service {
    int answer(int value);
  }

  static class FirstService implements Service {
    @Override
    public int answer(int value) {
      return value + 1;
    }
  }

  static class LateService implements Service {
    @Override
    public int answer(int value) {
      return value * 100;
    }
  }

  static class Base {
    int cost(int value) {
      return value * 2;
    }
  }

  static class LateOverride extends Base {
    @Override
    int cost(int value) {
      return -value;
    }
  }

  static class Running {
    int cost(int value) {
      return value * 3;
    }
  }

  static class LateRunning extends Running {
    @Override
    int cost(int value) {
      return value * 4;
    }
  }

  abstract static class Abstract {
    abstract String name();
  }

  static class OnlyConcrete extends Abstract {
    @Override
    String name() {
      return "only";
    }
  }

  static class LateConcrete extends Abstract {
    @Override
    String name() {
      return "late";
    }
  }

  static class Leaf {
    final int value = 5;
  }

  static class LateLeaf extends Leaf {}

  static class Plain {
    final int number;

    Plain() {
      number = 9;
    }
  }

  static class LateFinalized extends Plain {
    static final CountDownLatch FINALIZED = new CountDownLatch(1);

    @Override
    @SuppressWarnings("removal")
    protected void finalize() {
      FINALIZED.countDown();
    }

    /** Waits for the finalizer of an object that is garbage. */
    @Override
    public String toString() {
      try {
        makeGarbage();
        while (FINALIZED.getCount() > 0) {
          System.gc();
          Thread.yield();
        }
        return "finalized";
      } catch (ReflectiveOperationException e) {
        return e.toString();
      }
    }

    private static void makeGarbage() throws ReflectiveOperationException {
      late("Finalized");
    }
  }

  static int serve(Service service, int value) {
    return service.answer(value) + service.answer(value + 1);
  }

  static int cost(Base base, int value) {
    return base.cost(value) + 7;
  }

  /** Relies on what {@link #cost} does, which is inlined. */
  static int inlines(Base base, int value) {
    return cost(base, value) * 1_000 + 1;
  }

  static String name(Abstract object) {
    return "name " + object.name();
  }

  static boolean isLeaf(Object object) {
    return object instanceof Leaf leaf && leaf.value == 5;
  }

  static Object asLeaf(Object object) {
    return ((Leaf) object).value;
  }

  /** Is on the stack while the class that breaks its assumption is loaded. */
  static int whileRunning(Running base, boolean late) throws ReflectiveOperationException {
    int before = base.cost(3);
    Running other = late ? (Running) late("Running") : base;
    return before * 1_000 + other.cost(3);
  }

  static String target() throws Exception {
    try {
      return (String) INVOKER.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static int reliesOnNothing(int value) {
    return value * 31 + 17;
  }

  static Object late(String name) throws ReflectiveOperationException {
    return Class.forName(InvalidationProgram.class.getName() + "$Late" + name)
        .getDeclaredConstructor()
        .newInstance();
  }

  public static void main(String[] args) throws ReflectiveOperationException {
    Check.collectGarbage();
    boolean late = args.length > 0;
    for (int i = 0; i < 3; i++) {
      all("first " + i, new FirstService(), new Base(), new OnlyConcrete(), new Leaf());
      Check.run("plain " + i, () -> new Plain().number);
      Check.run("running " + i, () -> whileRunning(new Running(), false));
      Check.run("nothing " + i, () -> reliesOnNothing(5));
      Check.run("target " + i, () -> target());
    }
    if (late) {
      breakEverything();
    }
    Check.run("nothing", () -> reliesOnNothing(6));
    Check.run("target", () -> target());
  }

  private static void breakEverything() throws ReflectiveOperationException {
    Check.run("running late", () -> whileRunning(new Running(), true));
    Check.run("running later", () -> whileRunning(new Running(), true));
    Service service = (Service) late("Service");
    Base base = (Base) late("Override");
    Abstract object = (Abstract) late("Concrete");
    Leaf leaf = (Leaf) late("Leaf");
    SITE.setTarget(
        MethodHandles.insertArguments(
            MethodHandles.lookup()
                .findVirtual(
                    String.class, "concat", MethodType.methodType(String.class, String.class)),
            0,
            "second ",
            "target"));
    for (int i = 0; i < 3; i++) {
      all("late " + i, service, base, object, leaf);
      all("both " + i, new FirstService(), new Base(), new OnlyConcrete(), new Leaf());
    }
    Check.run("plain", () -> new Plain().number);
    Check.run("finalizer", () -> late("Finalized").toString());
  }

  private static void all(String name, Service service, Base base, Abstract object, Leaf leaf) {
    Check.run(name + " serve", () -> serve(service, 4));
    Check.run(name + " cost", () -> cost(base, 4));
    Check.run(name + " inlines", () -> inlines(base, 4));
    Check.run(name + " name", () -> name(object));
    Check.run(name + " leaf", () -> isLeaf(leaf));
    Check.run(name + " as leaf", () -> asLeaf(leaf));
    Check.run(name + " no leaf", () -> isLeaf(base));
  }
}
