// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Method handles, variable handles and atomics. */
public final class HandlesProgram {
  private static final VarHandle INT;
  private static final VarHandle LONG;
  private static final VarHandle OBJECT;
  private static final VarHandle STATIC;
  private static final VarHandle ARRAY = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.BIG_ENDIAN);
  private static final MethodHandle SUM;
  private static final MethodHandle MANY;
  private static final MethodHandle NAME;
  private static final MethodHandle MAKE;
  private static final MethodHandle FAILS;
  private static final AtomicLongFieldUpdater<HandlesProgram> UPDATER =
      AtomicLongFieldUpdater.newUpdater(HandlesProgram.class, "updated");
  private static volatile int shared = 1;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      INT = lookup.findVarHandle(HandlesProgram.class, "number", int.class);
      LONG = lookup.findVarHandle(HandlesProgram.class, "large", long.class);
      OBJECT = lookup.findVarHandle(HandlesProgram.class, "object", Object.class);
      STATIC = lookup.findStaticVarHandle(HandlesProgram.class, "shared", int.class);
      SUM =
          lookup.findStatic(
              HandlesProgram.class, "sum", MethodType.methodType(int.class, int.class, int.class));
      MANY =
          lookup.findStatic(
              HandlesProgram.class,
              "many",
              MethodType.methodType(
                  double.class,
                  int.class,
                  long.class,
                  float.class,
                  double.class,
                  String.class,
                  byte.class,
                  char.class,
                  Object.class));
      NAME = lookup.findVirtual(HandlesProgram.class, "name", MethodType.methodType(String.class));
      MAKE = lookup.findConstructor(HandlesProgram.class, MethodType.methodType(void.class));
      FAILS =
          lookup.findStatic(
              HandlesProgram.class, "fails", MethodType.methodType(void.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int number;
  private long large;
  private Object object;
  private volatile long updated;

  private HandlesProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      int round = i;
      HandlesProgram program = new HandlesProgram();
      Check.run("int", () -> ints(program, round));
      Check.run("long", () -> longs(program, round));
      Check.run("object", () -> objects(program, "a" + round));
      Check.run("static", () -> statics(round));
      Check.run("array", () -> array(new int[5], 2, round));
      Check.run("array out", () -> array(new int[5], 5, round));
      Check.run("bytes", () -> (long) BYTES.get(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 0));
      Check.run("bytes out", () -> (long) BYTES.get(new byte[8], 1));
      Check.run("null receiver", () -> ints(null, round));
      Check.act("wrong type", () -> wrongType(program));
      Check.run("exact", () -> exact(round, 2));
      Check.run("generic", () -> generic((short) round, (byte) 2));
      Check.run("many", () -> callMany(round));
      Check.run("virtual", () -> name(program));
      Check.run("virtual null", () -> name(null));
      Check.run("constructor", () -> make().number);
      Check.act("wrong exact", () -> wrongExact());
      Check.act("null handle", () -> nullHandle(null));
      Check.act("fails", () -> callFails("text"));
      Check.run("bound", () -> bound(round));
      Check.run("adapted", () -> adapted(round));
      Check.run("guarded", () -> guarded(round));
      Check.run("arguments", () -> withArguments(round));
      Check.run("interface", () -> interfaceHandle("abc"));
      Check.run("atomics", () -> atomics(round));
      Check.run("updater", () -> UPDATER.addAndGet(program, 5) + UPDATER.getAndIncrement(program));
    }
    Check.run("concurrent", () -> concurrent());
  }

  static String ints(HandlesProgram program, int value) {
    INT.set(program, value);
    boolean swapped = INT.compareAndSet(program, value, value + 10);
    boolean not = INT.compareAndSet(program, value - 1, 7);
    int before = (int) INT.getAndAdd(program, 5);
    int volatileValue = (int) INT.getVolatile(program);
    INT.setRelease(program, volatileValue * 2);
    int or = (int) INT.getAndBitwiseOr(program, 0x100);
    return swapped
        + " "
        + not
        + before
        + volatileValue
        + or
        + (int) INT.getAcquire(program)
        + (int) INT.compareAndExchange(program, 1, 2);
  }

  static long longs(HandlesProgram program, long value) {
    LONG.setOpaque(program, value << 33);
    long before = (long) LONG.getAndSet(program, 77L);
    boolean weak = false;
    while (!weak) {
      weak = LONG.weakCompareAndSet(program, 77L, 78L);
    }
    return before ^ (long) LONG.get(program) ^ (long) LONG.getAndBitwiseXor(program, 5L);
  }

  static String objects(HandlesProgram program, Object value) {
    OBJECT.set(program, value);
    Object other = new int[] {1};
    boolean swapped = OBJECT.compareAndSet(program, value, other);
    Object found = OBJECT.getAndSet(program, "last");
    return swapped + " " + (found == other) + OBJECT.getVolatile(program);
  }

  static int statics(int value) {
    STATIC.setVolatile(value);
    return (int) STATIC.getAndAdd(3) + (int) STATIC.get() * 10 + shared * 100;
  }

  static int array(int[] array, int index, int value) {
    ARRAY.setVolatile(array, index, value);
    return (int) ARRAY.getAndAdd(array, index, 4) + array[index] * 10;
  }

  static void wrongType(HandlesProgram program) {
    INT.set(program, "text");
  }

  static int sum(int a, int b) {
    return a * 10 + b;
  }

  static double many(int a, long b, float c, double d, String e, byte f, char g, Object h) {
    return a + b * 2 + c * 3 + d * 4 + e.length() + f + g + (h == null ? 0 : 1_000);
  }

  String name() {
    return "name " + number;
  }

  static void fails(String text) {
    throw new IllegalStateException("fails " + text);
  }

  static int exact(int a, int b) throws Exception {
    try {
      return (int) SUM.invokeExact(a, b);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static long generic(short a, byte b) throws Exception {
    try {
      Object boxed = SUM.invoke(a, (Object) (int) b);
      return (long) SUM.invoke(a, b) + (Integer) boxed;
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static double callMany(int a) throws Exception {
    try {
      return (double) MANY.invokeExact(a, 2L, 3f, 4.0, "five", (byte) 6, '7', (Object) null);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static String name(HandlesProgram program) throws Exception {
    try {
      return (String) NAME.invokeExact(program);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static HandlesProgram make() throws Exception {
    try {
      return (HandlesProgram) MAKE.invokeExact();
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static void wrongExact() throws Throwable {
    long result = (long) SUM.invokeExact(1, 2);
    Check.print("not reached", result);
  }

  static int nullHandle(MethodHandle handle) throws Throwable {
    return (int) handle.invokeExact(1, 2);
  }

  static void callFails(String text) throws Throwable {
    FAILS.invokeExact(text);
  }

  static int bound(int value) throws Exception {
    try {
      MethodHandle bound = MethodHandles.insertArguments(SUM, 1, value);
      return (int) bound.invokeExact(3) + (int) SUM.bindTo(4).invokeExact(value);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static String adapted(int value) throws Exception {
    try {
      MethodHandle text =
          MethodHandles.filterReturnValue(
              SUM,
              MethodHandles.lookup()
                  .findStatic(
                      String.class, "valueOf", MethodType.methodType(String.class, int.class)));
      MethodHandle swapped =
          MethodHandles.permuteArguments(
              text, MethodType.methodType(String.class, int.class, int.class), 1, 0);
      return (String) swapped.invokeExact(value, 9);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static int guarded(int value) throws Exception {
    try {
      MethodHandle caught =
          MethodHandles.catchException(
              MethodHandles.insertArguments(SUM, 0, value)
                  .asType(MethodType.methodType(int.class, Integer.class)),
              NullPointerException.class,
              MethodHandles.dropArguments(
                  MethodHandles.constant(int.class, -1), 0, NullPointerException.class));
      return (int) caught.invokeExact((Integer) null) + (int) caught.invokeExact((Integer) 5);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static Object withArguments(int value) throws Exception {
    try {
      return SUM.invokeWithArguments(value, 5);
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static int interfaceHandle(CharSequence text) throws Exception {
    try {
      MethodHandle length =
          MethodHandles.lookup()
              .findVirtual(CharSequence.class, "length", MethodType.methodType(int.class));
      return (int) length.invokeExact(text) + (int) length.invoke(new StringBuilder("12"));
    } catch (Throwable e) {
      throw asException(e);
    }
  }

  static String atomics(int value) {
    AtomicInteger number = new AtomicInteger(value);
    AtomicLong large = new AtomicLong(value);
    AtomicBoolean flag = new AtomicBoolean();
    AtomicReference<String> reference = new AtomicReference<>("a");
    AtomicIntegerArray array = new AtomicIntegerArray(3);
    LongAdder adder = new LongAdder();
    number.updateAndGet(x -> x * 3 + 1);
    number.accumulateAndGet(5, Math::max);
    large.getAndAdd(Long.MAX_VALUE);
    array.incrementAndGet(1);
    adder.add(value);
    return number.incrementAndGet()
        + " "
        + large.decrementAndGet()
        + flag.compareAndSet(false, true)
        + reference.getAndUpdate(x -> x + value)
        + reference.get()
        + array
        + adder.sum()
        + number.compareAndExchange(1, 2)
        + flag.getAndSet(false);
  }

  private static String concurrent() throws InterruptedException {
    HandlesProgram program = new HandlesProgram();
    AtomicInteger atomic = new AtomicInteger();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> count(program, atomic, 5_000));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return program.number + " " + atomic.get() + " " + program.updated;
  }

  static void count(HandlesProgram program, AtomicInteger atomic, int rounds) {
    for (int i = 0; i < rounds; i++) {
      int before = (int) INT.getVolatile(program);
      while (!INT.compareAndSet(program, before, before + 1)) {
        before = (int) INT.getVolatile(program);
      }
      atomic.getAndAdd(2);
      UPDATER.incrementAndGet(program);
    }
  }

  private static Exception asException(Throwable throwable) {
    return throwable instanceof Exception exception ? exception : new Exception(throwable);
  }
}
