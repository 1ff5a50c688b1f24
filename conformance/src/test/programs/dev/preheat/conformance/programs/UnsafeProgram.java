// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import sun.misc.Unsafe;

/** Fields by their offset, read, written and swapped; objects that no constructor saw. */
@SuppressWarnings({"deprecation", "removal"})
public final class UnsafeProgram {
  private static final Unsafe UNSAFE = UnsafeMemoryProgram.unsafe();
  private static final int THREADS = 4;
  private static final int ROUNDS = 3_000;

  private UnsafeProgram() {}

  /** A field of each kind, which its constructor sets. */
  static class Fields {
    boolean truth = true;
    byte small = 1;
    short half = 2;
    char letter = 'c';
    int whole = 4;
    long wide = 5;
    float real = 6.5f;
    double exact = 7.25;
    Object text = "text";
    volatile int flag;

    @Override
    public String toString() {
      return truth
          + " "
          + small
          + " "
          + half
          + " "
          + (int) letter
          + " "
          + whole
          + " "
          + wide
          + " "
          + real
          + " "
          + exact
          + " "
          + text
          + " "
          + flag;
    }
  }

  static final class Statics {
    static int count = 3;
    static String name = "name";
  }

  static class Announced {
    static final int STARTED = announce("Announced");
    int value = 5;
  }

  static final class AnnouncedChild extends Announced {
    static final int CHILD_STARTED = announce("AnnouncedChild");
    final String text;

    AnnouncedChild() {
      text = "constructed";
    }
  }

  static final class Failing {
    static final int NONE = Integer.parseInt("no number");
  }

  abstract static class Abstract {}

  record Point(int x, int y) {}

  private static int announce(String name) {
    Check.print("initialised", name);
    return name.length();
  }

  private static long offset(Class<?> type, String name) {
    try {
      return UNSAFE.objectFieldOffset(type.getDeclaredField(name));
    } catch (NoSuchFieldException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      int round = i;
      Check.run("fields", () -> fields(new Fields(), round));
      Check.run("volatile fields", () -> volatileFields(new Fields(), round));
      Check.run("ordered", () -> ordered(new Fields(), round));
      Check.run("compare and swap", () -> compareAndSwap(new Fields(), round));
      Check.run("get and add", () -> getAndAdd(new Fields(), round));
      Check.run("statics", () -> statics(round));
      Check.run("folded offsets", () -> foldedOffsets(new Point(round, 7)));
      Check.run("fences", () -> fences(new int[1], round));
      Check.run("thrown", () -> thrown(round));
      Check.run("parked", () -> parked());
      Check.run("no constructor", () -> noConstructor());
      Check.run("initialises", () -> initialises(round));
      Check.run("fails", () -> UNSAFE.allocateInstance(Failing.class));
      Check.run("abstract", () -> UNSAFE.allocateInstance(Abstract.class));
      Check.run("interface", () -> UNSAFE.allocateInstance(Runnable.class));
      Check.run("class", () -> UNSAFE.allocateInstance(Class.class));
      Check.run("record", () -> offset(Point.class, "x") > 0);
      Check.run("no field", () -> UNSAFE.objectFieldOffset(null));
      Check.run("barriers", () -> barriers(new Fields()));
    }
    Check.print("counted", counted());
    Check.print("spin lock", spinLock());
    Check.print("published", published());
  }

  static String fields(Fields object, int by) {
    Class<?> type = Fields.class;
    UNSAFE.putBoolean(object, offset(type, "truth"), by == 1);
    UNSAFE.putByte(object, offset(type, "small"), (byte) (200 + by));
    UNSAFE.putShort(object, offset(type, "half"), (short) (40_000 + by));
    UNSAFE.putChar(object, offset(type, "letter"), (char) (40_000 + by));
    UNSAFE.putInt(object, offset(type, "whole"), object.whole - by);
    UNSAFE.putLong(object, offset(type, "wide"), Long.MIN_VALUE + object.wide);
    UNSAFE.putFloat(object, offset(type, "real"), -0.0f * by);
    UNSAFE.putDouble(object, offset(type, "exact"), object.exact / by);
    UNSAFE.putObject(object, offset(type, "text"), object.text + "/" + by);
    return object
        + " "
        + UNSAFE.getBoolean(object, offset(type, "truth"))
        + UNSAFE.getByte(object, offset(type, "small"))
        + UNSAFE.getShort(object, offset(type, "half"))
        + (int) UNSAFE.getChar(object, offset(type, "letter"))
        + UNSAFE.getInt(object, offset(type, "whole"))
        + UNSAFE.getLong(object, offset(type, "wide"))
        + UNSAFE.getFloat(object, offset(type, "real"))
        + UNSAFE.getDouble(object, offset(type, "exact"))
        + UNSAFE.getObject(object, offset(type, "text"));
  }

  static String volatileFields(Fields object, int by) {
    Class<?> type = Fields.class;
    UNSAFE.putBooleanVolatile(object, offset(type, "truth"), by == 2);
    UNSAFE.putByteVolatile(object, offset(type, "small"), (byte) (by - 1));
    UNSAFE.putShortVolatile(object, offset(type, "half"), (short) (by - 2));
    UNSAFE.putCharVolatile(object, offset(type, "letter"), (char) (by + 'x'));
    UNSAFE.putIntVolatile(object, offset(type, "whole"), by * 1_000_003);
    UNSAFE.putLongVolatile(object, offset(type, "wide"), by * 10_000_000_019L);
    UNSAFE.putFloatVolatile(object, offset(type, "real"), by / 3.0f);
    UNSAFE.putDoubleVolatile(object, offset(type, "exact"), by / 7.0);
    UNSAFE.putObjectVolatile(object, offset(type, "text"), by == 1 ? null : List.of(by));
    return object
        + " "
        + UNSAFE.getBooleanVolatile(object, offset(type, "truth"))
        + UNSAFE.getByteVolatile(object, offset(type, "small"))
        + UNSAFE.getShortVolatile(object, offset(type, "half"))
        + UNSAFE.getCharVolatile(object, offset(type, "letter"))
        + UNSAFE.getIntVolatile(object, offset(type, "whole"))
        + UNSAFE.getLongVolatile(object, offset(type, "wide"))
        + UNSAFE.getFloatVolatile(object, offset(type, "real"))
        + UNSAFE.getDoubleVolatile(object, offset(type, "exact"))
        + UNSAFE.getObjectVolatile(object, offset(type, "text"));
  }

  static String ordered(Fields object, int by) {
    UNSAFE.putOrderedInt(object, offset(Fields.class, "flag"), by + 1);
    UNSAFE.putOrderedLong(object, offset(Fields.class, "wide"), by - 1L);
    UNSAFE.putOrderedObject(object, offset(Fields.class, "text"), "ordered" + by);
    return object.toString();
  }

  static String compareAndSwap(Fields object, int by) {
    long whole = offset(Fields.class, "whole");
    long wide = offset(Fields.class, "wide");
    long text = offset(Fields.class, "text");
    Object found = object.text;
    return object.whole
        + " "
        + UNSAFE.compareAndSwapInt(object, whole, 4, 40 + by)
        + UNSAFE.compareAndSwapInt(object, whole, 4, 50)
        + UNSAFE.compareAndSwapLong(object, wide, 6, 1)
        + UNSAFE.compareAndSwapLong(object, wide, 5, Long.MAX_VALUE - by)
        + UNSAFE.compareAndSwapObject(object, text, new String("text"), "not this")
        + UNSAFE.compareAndSwapObject(object, text, found, null)
        + UNSAFE.compareAndSwapObject(object, text, null, "from null")
        + object;
  }

  static String getAndAdd(Fields object, int by) {
    long whole = offset(Fields.class, "whole");
    long wide = offset(Fields.class, "wide");
    return UNSAFE.getAndAddInt(object, whole, Integer.MAX_VALUE)
        + " "
        + UNSAFE.getAndAddLong(object, wide, -10L - by)
        + " "
        + UNSAFE.getAndSetInt(object, offset(Fields.class, "flag"), by)
        + " "
        + UNSAFE.getAndSetLong(object, wide, UNSAFE.getAndAddLong(object, wide, 1))
        + " "
        + UNSAFE.getAndSetObject(object, offset(Fields.class, "text"), by + "th")
        + object;
  }

  static String statics(int by) throws NoSuchFieldException {
    Field count = Statics.class.getDeclaredField("count");
    Field name = Statics.class.getDeclaredField("name");
    Object base = UNSAFE.staticFieldBase(count);
    UNSAFE.putInt(base, UNSAFE.staticFieldOffset(count), Statics.count + by);
    UNSAFE.putObject(base, UNSAFE.staticFieldOffset(name), Statics.name + by);
    return Statics.count + Statics.name + UNSAFE.getInt(base, UNSAFE.staticFieldOffset(count));
  }

  /** The offset of a field of a record cannot be had. */
  static String foldedOffsets(Point point) {
    try {
      return "x at " + offset(Point.class, "x");
    } catch (UnsupportedOperationException e) {
      return point + " " + e.getMessage().contains("record");
    }
  }

  static int fences(int[] array, int value) {
    array[0] = value;
    UNSAFE.storeFence();
    array[0]++;
    UNSAFE.fullFence();
    int read = array[0];
    UNSAFE.loadFence();
    return read + array[0];
  }

  /** An exception that the method does not declare. */
  static int thrown(int value) {
    if (value > 0) {
      UNSAFE.throwException(new java.io.IOException("thrown " + value));
    }
    return value;
  }

  static String parked() {
    UNSAFE.unpark(Thread.currentThread());
    UNSAFE.park(false, 0);
    UNSAFE.park(true, 1);
    Thread.currentThread().interrupt();
    UNSAFE.park(false, 0);
    return "back " + Thread.interrupted();
  }

  static String noConstructor() throws InstantiationException {
    Fields object = (Fields) UNSAFE.allocateInstance(Fields.class);
    object.whole++;
    return object.toString();
  }

  /** The first one initialises the class, and its superclass before. */
  static String initialises(int round) throws InstantiationException {
    Check.print("before", round);
    AnnouncedChild object = (AnnouncedChild) UNSAFE.allocateInstance(AnnouncedChild.class);
    return object.text + " " + object.value + " " + object.getClass().getSimpleName();
  }

  /** An old object has a new one, in a way that the collector has to be told of. */
  static String barriers(Fields old) {
    System.gc();
    StringJoiner text = new StringJoiner(" ");
    long place = offset(Fields.class, "text");
    for (int i = 0; i < 5; i++) {
      Object object = new int[] {i, ~i};
      switch (i) {
        case 0 -> UNSAFE.putObject(old, place, object);
        case 1 -> UNSAFE.putObjectVolatile(old, place, object);
        case 2 -> UNSAFE.putOrderedObject(old, place, object);
        case 3 -> UNSAFE.compareAndSwapObject(old, place, old.text, object);
        default -> UNSAFE.getAndSetObject(old, place, object);
      }
      object = null;
      System.gc();
      int[] found = (int[]) UNSAFE.getObject(old, place);
      text.add(found[0] + "," + found[1]);
    }
    return text.toString();
  }

  private static void inThreads(Runnable piece) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(new Thread(piece));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static String counted() throws InterruptedException {
    Fields object = new Fields();
    long whole = offset(Fields.class, "whole");
    long wide = offset(Fields.class, "wide");
    inThreads(
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            UNSAFE.getAndAddInt(object, whole, 2);
            long found;
            do {
              found = UNSAFE.getLongVolatile(object, wide);
            } while (!UNSAFE.compareAndSwapLong(object, wide, found, found + 3));
          }
        });
    return object.whole + " " + object.wide;
  }

  static String spinLock() throws InterruptedException {
    Fields object = new Fields();
    long flag = offset(Fields.class, "flag");
    inThreads(
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            while (!UNSAFE.compareAndSwapInt(object, flag, 0, 1)) {
              Thread.onSpinWait();
            }
            object.whole++;
            object.wide += object.whole;
            UNSAFE.putOrderedInt(object, flag, 0);
          }
        });
    return object.whole + " " + object.wide;
  }

  /** What a thread wrote before it published is there for who sees it published. */
  static String published() throws InterruptedException {
    Fields object = new Fields();
    long whole = offset(Fields.class, "whole");
    long flag = offset(Fields.class, "flag");
    Thread writer =
        new Thread(
            () -> {
              for (int i = 1; i <= 200; i++) {
                while (UNSAFE.getIntVolatile(object, flag) != 0) {
                  Thread.yield();
                }
                UNSAFE.putInt(object, whole, i);
                UNSAFE.putOrderedInt(object, flag, i);
              }
            });
    writer.start();
    long sum = 0;
    for (int i = 1; i <= 200; i++) {
      int found;
      while ((found = UNSAFE.getIntVolatile(object, flag)) == 0) {
        Thread.yield();
      }
      sum = sum * 31 + found - UNSAFE.getInt(object, whole);
      UNSAFE.putIntVolatile(object, flag, 0);
    }
    writer.join();
    return sum + " " + object.whole;
  }
}
