// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Exceptions: where they come from, where they go, what they say. */
public final class ExceptionsProgram {
  private static int depth;
  private static Object kept;
  private int field;

  private ExceptionsProgram() {}

  /** Of this program. */
  static final class Problem extends Exception {
    private static final long serialVersionUID = 1L;
    final int code;

    Problem(String message, int code, Throwable cause) {
      super(message, cause);
      this.code = code;
    }
  }

  /** To be closed. */
  static final class Resource implements AutoCloseable {
    private final String name;
    private final List<String> log;
    private final boolean fails;

    Resource(String name, List<String> log, boolean fails) {
      this.name = name;
      this.log = log;
      this.fails = fails;
      log.add("open " + name);
    }

    @Override
    public void close() {
      log.add("close " + name);
      if (fails) {
        throw new IllegalStateException("close " + name);
      }
    }
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      implicit();
      Check.run("nested 0", () -> nested(0));
      Check.run("nested 1", () -> nested(1));
      Check.run("nested 2", () -> nested(2));
      Check.run("nested 3", () -> nested(3));
      Check.run("override", () -> finallyOverrides(0));
      Check.run("override 1", () -> finallyOverrides(1));
      Check.run("loop", () -> loopWithFinally(10));
      Check.run("rethrow", () -> rethrow(5));
      Check.run("resources", () -> resources(false, false));
      Check.run("resources close", () -> resources(false, true));
      Check.run("resources both", () -> resources(true, true));
      Check.run("overflow", ExceptionsProgram::overflow);
      Check.run("deep", () -> deep(50));
      Check.run("multi catch", () -> multiCatch("x") + multiCatch(null) + multiCatch("12"));
      Check.run("huge array", () -> kept = new long[Integer.MAX_VALUE]);
      Check.run("constructor", () -> new Failing(3));
      Check.run("catch in loop", () -> catchInLoop(2_000));
      Check.run("live values", () -> liveValues(7, 8L, 9.5, "s", new int[] {1, 2}));
    }
  }

  private static void implicit() {
    Check.run("null field", () -> readField(null));
    Check.act("null write", () -> writeField(null, 1));
    Check.run("null call", () -> callOn(null));
    Check.run("null array", () -> element(null, 0));
    Check.run("null length", () -> lengthOf(null));
    Check.act("null throw", () -> throwNull(null));
    Check.act("null lock", () -> lock(null));
    Check.run("null unbox", () -> unbox(null));
    Check.run("null switch", () -> stringSwitch(null));
    Check.run("index", () -> element(new int[3], 3));
    Check.run("negative index", () -> element(new int[3], -1));
    Check.run("minimum index", () -> element(new int[3], Integer.MIN_VALUE));
    Check.act("store index", () -> store(new int[3], 7, 1));
    Check.run("negative size", () -> allocate(-5));
    Check.run("negative sizes", () -> allocate(3, -5));
    Check.act("array store", () -> storeObject(new String[1], 1));
    Check.act("array store null", () -> storeObject(new String[1], null));
    Check.act("array store nested", () -> storeObject(new int[1][], new long[1]));
    Check.run("cast", () -> cast("text"));
    Check.run("cast array", () -> castArray(new int[0]));
    Check.run("cast interface", () -> castInterface(1));
    Check.run("cast null", () -> cast(null));
    Check.run("division", () -> divide(1, 0));
    Check.run("remainder", () -> remainder(1L, 0L));
    Check.run("string index", () -> "abc".charAt(depth + 5));
    Check.run("parse", () -> Integer.parseInt("12x"));
  }

  static int readField(ExceptionsProgram object) {
    return object.field;
  }

  static void writeField(ExceptionsProgram object, int value) {
    object.field = value;
  }

  static int callOn(ExceptionsProgram object) {
    return object.own() + 1;
  }

  private int own() {
    return field;
  }

  static int element(int[] array, int index) {
    return array[index];
  }

  static int lengthOf(Object[] array) {
    return array.length;
  }

  static void throwNull(RuntimeException exception) {
    throw exception;
  }

  static void lock(Object lock) {
    synchronized (lock) {
      depth++;
    }
  }

  static int unbox(Integer boxed) {
    return boxed;
  }

  static int stringSwitch(String text) {
    return switch (text) {
      case "a" -> 1;
      default -> 2;
    };
  }

  static void store(int[] array, int index, int value) {
    array[index] = value;
  }

  static int allocate(int size) {
    return new byte[size].length;
  }

  static int allocate(int first, int second) {
    return new int[first][second].length;
  }

  static void storeObject(Object[] array, Object value) {
    array[0] = value;
  }

  static Integer cast(Object object) {
    return (Integer) object;
  }

  static String[] castArray(Object object) {
    return (String[]) object;
  }

  static Runnable castInterface(Object object) {
    return (Runnable) object;
  }

  static int divide(int a, int b) {
    return a / b;
  }

  static long remainder(long a, long b) {
    return a % b;
  }

  static String nested(int kind) throws Problem {
    StringBuilder log = new StringBuilder();
    try {
      log.append("a");
      try {
        log.append("b");
        fail(kind);
        log.append("c");
      } catch (IllegalStateException e) {
        log.append("d").append(e.getMessage());
        throw new Problem(log.toString(), kind, e);
      } finally {
        log.append("e");
        try {
          fail(kind == 3 ? 4 : 0);
        } catch (ArithmeticException e) {
          log.append("f");
        }
      }
      log.append("g");
    } catch (ArrayIndexOutOfBoundsException e) {
      log.append("h").append(e.getMessage());
    } finally {
      log.append("i");
    }
    return log.toString();
  }

  static void fail(int kind) {
    switch (kind) {
      case 0 -> depth++;
      case 1 -> throw new IllegalStateException("one");
      case 2 ->
          depth += new int[2][0].length + new int[2][kind / 2][1].length + new int[1][5].length;
      case 3 -> depth += new int[kind][kind][kind].length / (kind - 3);
      default -> throw new ArithmeticException("default");
    }
  }

  @SuppressWarnings("finally")
  static int finallyOverrides(int kind) {
    try {
      fail(kind);
      return 1;
    } finally {
      if (kind == 1) {
        return 2;
      }
      depth = 0;
    }
  }

  static int loopWithFinally(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      try {
        if (i % 3 == 0) {
          continue;
        }
        if (i == 8) {
          break;
        }
        sum += 10;
      } finally {
        sum++;
      }
    }
    return sum;
  }

  static int rethrow(int level) {
    try {
      if (level == 0) {
        throw new IllegalArgumentException("bottom");
      }
      return rethrow(level - 1);
    } catch (IllegalArgumentException e) {
      if (level == 2) {
        throw new UnsupportedOperationException("level " + level, e);
      }
      throw e;
    } catch (UnsupportedOperationException e) {
      e.addSuppressed(new RuntimeException("at " + level));
      throw e;
    }
  }

  static List<String> resources(boolean bodyFails, boolean closeFails) {
    List<String> log = new ArrayList<>();
    try (Resource first = new Resource("1", log, closeFails);
        Resource second = new Resource("2", log, closeFails)) {
      log.add(first.name + second.name);
      if (bodyFails) {
        throw new IllegalArgumentException("body");
      }
    } catch (IllegalStateException e) {
      log.add(Check.describe(e));
    }
    return log;
  }

  static String overflow() {
    try {
      return "" + endless(1);
    } catch (StackOverflowError e) {
      return "overflow " + e.getMessage() + " " + (e.getStackTrace().length > 100);
    }
  }

  private static long endless(long level) {
    return endless(level + 1) * 3 + level;
  }

  static int deep(int level) {
    return level == 0 ? divide(1, level) : deep(level - 1) + 1;
  }

  static String multiCatch(String text) {
    try {
      return "" + Integer.parseInt(text.trim());
    } catch (NumberFormatException | NullPointerException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** Fails while it is made. */
  static class Failing {
    final int value;

    Failing(int value) {
      this.value = value;
      if (value > 2) {
        throw new IllegalArgumentException("value " + value);
      }
    }
  }

  static int catchInLoop(int count) {
    int caught = 0;
    for (int i = 0; i < count; i++) {
      try {
        caught += element(new int[] {i}, i % 2);
      } catch (ArrayIndexOutOfBoundsException e) {
        caught += e.getMessage().length();
      }
    }
    return caught;
  }

  static String liveValues(int a, long b, double c, String d, int[] e) {
    int x = a * 2;
    long y = b * 3;
    double z = c / 4;
    String s = d + x;
    try {
      x += e[a];
      y = 0;
    } catch (ArrayIndexOutOfBoundsException exception) {
      return x + " " + y + " " + z + " " + s + " " + e.length + a + b + c + d;
    }
    return "none";
  }
}
