// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Objects that the compiler may keep in registers, until somebody looks. */
public final class AllocationProgram {
  private static Object escaped;
  private static int side;

  private AllocationProgram() {}

  static final class Vector {
    int x;
    long y;
    double z;
    Object other;

    Vector(int x, long y, double z) {
      this.x = x;
      this.y = y;
      this.z = z;
    }

    Vector plus(Vector added) {
      return new Vector(x + added.x, y + added.y, z + added.z);
    }

    double sum() {
      return x + y + z;
    }
  }

  static final class Finalizable {
    final int value;

    Finalizable(int value) {
      this.value = value;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      side = side;
    }
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 4; i++) {
      int round = i;
      Check.run("local", () -> local(round));
      Check.run("escapes sometimes", () -> escapes(round));
      Check.run("deoptimised", () -> deoptimised(round, new int[2]));
      Check.run("cycle", () -> cycle(round));
      Check.run("in array", () -> inArray(round));
      Check.run("merged", () -> merged(round));
      Check.run("loop", () -> loop(100 + round));
      Check.run("compare", () -> compares(round));
      Check.run("finalizable", () -> new Finalizable(round).value);
      Check.run("boxed", () -> boxed(100));
      Check.run("in exception", () -> inException(round));
      Check.run("locked", () -> locked(round, new int[2]));
      Check.run("partial", () -> partial(round));
      Check.run("class of", () -> new Vector(1, 2, 3).getClass().getSimpleName());
      Check.run("builder", () -> builder(round));
      Check.run("iterator", () -> iterator(round));
    }
  }

  static double local(int value) {
    Vector vector = new Vector(value, value * 2L, 0.5);
    for (int i = 0; i < 5; i++) {
      vector = vector.plus(new Vector(i, 1, i / 2.0));
    }
    return vector.sum();
  }

  static String escapes(int value) {
    Vector vector = new Vector(value, 5, 1.25);
    vector.x++;
    if (value % 2 == 1) {
      escaped = vector;
      vector.y = 9;
    }
    return vector.sum() + " " + (escaped == vector);
  }

  static String deoptimised(int value, int[] array) {
    Vector vector = new Vector(value, 7, 2.5);
    Vector other = new Vector(1, 2, 3);
    vector.other = other;
    other.other = vector;
    int[] own = {value, 4};
    int read;
    try {
      read = array[value];
    } catch (ArrayIndexOutOfBoundsException e) {
      read = -1;
      vector.x += 100;
    }
    return vector.sum()
        + " "
        + ((Vector) vector.other).sum()
        + (other.other == vector)
        + own[0]
        + own[1]
        + read;
  }

  static boolean cycle(int value) {
    Vector a = new Vector(value, 0, 0);
    Vector b = new Vector(0, value, 0);
    a.other = b;
    b.other = a;
    if (value == 2) {
      escaped = a;
    }
    return ((Vector) ((Vector) a.other).other).x == value && a != b;
  }

  static int inArray(int value) {
    Object[] array = {new Vector(value, 1, 1), "text", null};
    array[2] = array[0];
    ((Vector) array[2]).x += 10;
    return ((Vector) array[0]).x + array.length;
  }

  static double merged(int value) {
    Vector vector = value > 1 ? new Vector(1, 2, 3) : new Vector(4, 5, 6);
    if (value == 3) {
      vector = null;
    }
    return vector == null ? -1 : vector.sum();
  }

  static long loop(int count) {
    Vector last = new Vector(0, 0, 0);
    for (int i = 0; i < count; i++) {
      Vector next = new Vector(i, last.y + i, last.z * 0.5);
      next.other = i % 10 == 0 ? last : null;
      last = next;
    }
    return last.x + last.y + (last.other == null ? 1 : 2);
  }

  static String compares(int value) {
    Object a = new Object();
    Object b = new Object();
    Object c = value > 1 ? a : b;
    return (a == b) + " " + (a == c) + (c == b) + a.equals(c) + (a != null);
  }

  static String boxed(int count) {
    Integer sum = 0;
    Long product = 1L;
    Double half = 1.0;
    Integer small = 100;
    Integer large = 1_000;
    for (int i = 0; i < count; i++) {
      sum += i;
      product = product * 3 + i;
      half = half / 2 + i;
    }
    Object object = sum;
    return sum
        + " "
        + product
        + half
        + (small == (Integer) 100)
        + (large == (Integer) 1_000)
        + object.equals(4_950);
  }

  static String inException(int value) {
    try {
      throw new IllegalStateException("value " + new Vector(value, 0, 0).x);
    } catch (IllegalStateException e) {
      return e.getMessage() + e.getStackTrace()[0].getMethodName();
    }
  }

  static String locked(int value, int[] array) {
    Vector vector = new Vector(value, 3, 4);
    String text = "";
    synchronized (vector) {
      vector.x++;
      try {
        text += array[value];
      } catch (ArrayIndexOutOfBoundsException e) {
        text += Thread.holdsLock(vector);
      }
    }
    return text + Thread.holdsLock(vector) + vector.sum();
  }

  static double partial(int value) {
    Vector vector = new Vector(value, 1, 1);
    if (value > 2) {
      side++;
      return keep(vector);
    }
    return vector.x;
  }

  private static double keep(Vector vector) {
    escaped = vector;
    return ((Vector) escaped).sum();
  }

  static String builder(int value) {
    StringBuilder text = new StringBuilder();
    text.append(value);
    if (value > 1) {
      text.append("more");
    }
    return text.toString();
  }

  static int iterator(int value) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i <= value; i++) {
      list.add(i);
    }
    int sum = 0;
    for (int each : list) {
      sum += each;
    }
    return sum;
  }
}
