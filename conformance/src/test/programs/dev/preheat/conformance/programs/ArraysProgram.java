// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.Arrays;

/** Arrays of every kind: made, read, written, copied, compared. */
public final class ArraysProgram {
  private ArraysProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 4; i++) {
      int size = 5 * i * i;
      Check.run("kinds " + size, () -> kinds(size));
      Check.run("nested " + size, () -> nested(size % 7, 3, 2));
      Check.run("deep", () -> deep(2));
      Check.run("ragged", () -> ragged(size));
      Check.run("sum " + size, () -> sums(size));
      Check.run("floats", () -> floats(size));
      Check.run("bytes", () -> bytes(size));
      Check.run("stores " + size, () -> stores(size));
      Check.run("matrix", () -> matrix(size % 9));
      Check.run("reverse", () -> reverse(size));
      Check.run("small", () -> small(size));
    }
    copies();
    utilities();
    reflective();
    Check.run("virtual array", () -> virtualArray(3, 4));
    Check.run("virtual array index", () -> virtualArray(1, 7));
    Check.run("sort", () -> bubbleSort(new int[] {5, 3, 9, -1, 0, 7, 7, 2}));
    Check.run("sieve", () -> sieve(1_000));
  }

  static String kinds(int size) {
    boolean[] booleans = new boolean[size];
    byte[] bytes = new byte[size];
    short[] shorts = new short[size];
    char[] chars = new char[size];
    long[] longs = new long[size];
    float[] floats = new float[size];
    double[] doubles = new double[size];
    Object[] objects = new Object[size];
    for (int i = 0; i < size; i++) {
      booleans[i] = (i & 3) == 1;
      bytes[i] = (byte) (i * 37);
      shorts[i] = (short) (i * 4_001);
      chars[i] = (char) (i * 3_001);
      longs[i] = (long) i << i;
      floats[i] = i / 3f;
      doubles[i] = i / 7d;
      objects[i] = i % 2 == 0 ? "s" + i : null;
    }
    long hash = 17;
    for (int i = 0; i < size; i++) {
      hash = hash * 31 + (booleans[i] ? 1 : 0);
      hash = hash * 31 + bytes[i];
      hash = hash * 31 + shorts[i];
      hash = hash * 31 + chars[i];
      hash = hash * 31 + longs[i];
      hash = hash * 31 + Float.floatToIntBits(floats[i]);
      hash = hash * 31 + Double.doubleToLongBits(doubles[i]);
      hash = hash * 31 + (objects[i] == null ? 3 : objects[i].hashCode());
    }
    return hash + " " + booleans.length + bytes.length + objects.length;
  }

  static String nested(int a, int b, int c) {
    int[][][] array = new int[a][b][c];
    int count = 0;
    for (int[][] plane : array) {
      for (int[] row : plane) {
        for (int i = 0; i < row.length; i++) {
          row[i] = ++count;
        }
      }
    }
    return Arrays.deepToString(array) + array.getClass().getName();
  }

  static String deep(int size) {
    long[][][][] array = new long[size][size][1][size];
    array[1][0][0][1] = 5;
    Object[][][] objects = new Object[size][][];
    objects[0] = new String[size][size + 1];
    return Arrays.deepToString(array) + objects[0].getClass() + Arrays.deepToString(objects);
  }

  static int ragged(int size) {
    char[][] array = new char[size][];
    int sum = 0;
    for (int i = 0; i < size; i++) {
      if (i % 3 != 2) {
        array[i] = new char[i];
      }
    }
    for (int i = 0; i < size; i++) {
      sum += array[i].length;
    }
    return sum;
  }

  static long sums(int size) {
    int[] ints = new int[size];
    long[] longs = new long[size];
    short[] shorts = new short[size];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = i * i - 7;
      longs[i] = ints[i] * 1_000_003L;
      shorts[i] = (short) longs[i];
    }
    int sum = 0;
    int maximum = Integer.MIN_VALUE;
    int bits = 0;
    long product = 1;
    for (int i = 0; i < size; i++) {
      sum += ints[i];
      maximum = Math.max(maximum, ints[i]);
      bits ^= ints[i] << (i & 7);
      product *= longs[i] | 1;
    }
    int shortSum = 0;
    for (short each : shorts) {
      shortSum += each;
    }
    for (int i = size - 1; i >= 0; i -= 3) {
      ints[i] += ints[size - 1 - i];
    }
    return sum + maximum * 3L + bits + product + shortSum + Arrays.hashCode(ints);
  }

  static String floats(int size) {
    float[] a = new float[size];
    double[] b = new double[size];
    for (int i = 0; i < size; i++) {
      a[i] = i % 7 == 6 ? Float.NaN : i * 0.3f - 2;
      b[i] = i % 5 == 4 ? -0.0 : a[i] * 1.1;
    }
    float floatSum = 0;
    double doubleSum = 0;
    double maximum = Double.NEGATIVE_INFINITY;
    float minimum = Float.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      floatSum += a[i];
      doubleSum += b[i] * b[i];
      maximum = Math.max(maximum, b[i]);
      minimum = Math.min(minimum, a[i]);
      a[i] = (float) Math.sqrt(Math.abs(a[i]));
      b[i] = -b[i];
    }
    return floatSum
        + " "
        + doubleSum
        + " "
        + maximum
        + " "
        + minimum
        + " "
        + Arrays.toString(a)
        + Arrays.hashCode(b);
  }

  static int bytes(int size) {
    byte[] a = new byte[size];
    byte[] b = new byte[size];
    for (int i = 0; i < size; i++) {
      a[i] = (byte) (i * 11);
      b[i] = (byte) ~a[i];
    }
    int different = 0;
    for (int i = 0; i < size; i++) {
      different += a[i] == b[i] ? 0 : (a[i] & 0xFF) - b[i];
      a[i] += b[i];
      b[i] >>>= 2;
      b[i] ^= (byte) i;
    }
    return different * 31 + Arrays.hashCode(a) + Arrays.hashCode(b);
  }

  static int stores(int size) {
    Object[] array = size % 2 == 0 ? new Integer[4] : new Number[4];
    int stored = 0;
    Object[] values = {1, 2L, null, "text", 3.5};
    for (Object value : values) {
      try {
        array[stored % 4] = value;
        stored++;
      } catch (ArrayStoreException e) {
        stored += e.getMessage().length() * 10;
      }
    }
    return stored;
  }

  static String matrix(int size) {
    double[][] a = new double[size][size];
    double[][] b = new double[size][size];
    double[][] c = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        a[i][j] = i - j / 2.0;
        b[i][j] = i * j + 1;
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return Arrays.deepToString(c);
  }

  static String reverse(int size) {
    char[] chars = new char[size];
    for (int i = 0; i < size; i++) {
      chars[i] = (char) ('a' + i % 26);
    }
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      char swapped = chars[i];
      chars[i] = chars[j];
      chars[j] = swapped;
    }
    return new String(chars);
  }

  static int small(int value) {
    int[] pair = {value, value + 1};
    long[] triple = {pair[1], pair[0], 7};
    Object[] mixed = {pair, triple, "x"};
    return pair[0] * 3 + (int) triple[2] + mixed.length + ((int[]) mixed[0])[1];
  }

  static int virtualArray(int index, int value) {
    int[] array = new int[3];
    array[1] = value;
    array[index] = value * 2;
    return array[0] + array[1] + array[2];
  }

  static int[] bubbleSort(int[] array) {
    boolean swapped = true;
    while (swapped) {
      swapped = false;
      for (int i = 1; i < array.length; i++) {
        if (array[i - 1] > array[i]) {
          int saved = array[i];
          array[i] = array[i - 1];
          array[i - 1] = saved;
          swapped = true;
        }
      }
    }
    return array;
  }

  static int sieve(int limit) {
    boolean[] composite = new boolean[limit + 1];
    int primes = 0;
    for (int i = 2; i <= limit; i++) {
      if (!composite[i]) {
        primes++;
        for (int j = i * 2; j <= limit; j += i) {
          composite[j] = true;
        }
      }
    }
    return primes;
  }

  private static void copies() {
    Check.run("copy", () -> copy(new int[] {1, 2, 3, 4, 5}, 0, 1, 4));
    Check.run("copy down", () -> copy(new int[] {1, 2, 3, 4, 5}, 1, 0, 4));
    Check.run("copy too much", () -> copy(new int[] {1, 2, 3}, 1, 0, 3));
    Check.run("copy negative", () -> copy(new int[] {1, 2, 3}, -1, 0, 1));
    Check.run("copy negative length", () -> copy(new int[] {1, 2, 3}, 0, 0, -1));
    Check.run("copy none", () -> copy(new int[] {1, 2, 3}, 3, 3, 0));
    Check.act("copy kinds", () -> copyAny(new int[3], new long[3], 3));
    Check.act("copy no array", () -> copyAny("text", new long[3], 1));
    Check.act("copy to no array", () -> copyAny(new long[1], "text", 1));
    Check.act("copy null", () -> copyAny(null, new long[3], 1));
    Check.act("copy to null", () -> copyAny(new long[3], null, 1));
    Check.act("copy objects to ints", () -> copyAny(new Object[1], new int[1], 1));
    Check.run("copy objects", () -> copyObjects(new Object[] {"a", "b", "c"}, new String[3]));
    Check.run("copy wrong", () -> copyObjects(new Object[] {"a", 1, "c"}, new String[3]));
    Check.run("copy wider", () -> copyObjects(new String[] {"a", "b"}, new Object[5]));
    Check.run("copy interface", () -> copyObjects(new Object[] {"a", 2}, new Serializable[5]));
    Check.run("copy arrays", () -> copyObjects(new int[2][1], new Object[3]));
    Check.run("clone", () -> cloned(new int[][] {{1}, {2, 3}}));
    Check.run("clone any", () -> cloneAny(new double[] {1, 2}));
    Check.run("large", () -> large(10_000));
    Check.run("of", () -> Arrays.copyOf(new long[] {1, 2}, 4));
    Check.run("of type", () -> Arrays.copyOf(new Object[] {"a"}, 2, String[].class));
    Check.run("of wrong type", () -> Arrays.copyOf(new Object[] {1}, 2, String[].class));
    Check.run("range", () -> Arrays.copyOfRange("hello".toCharArray(), 1, 9));
    Check.run("range reversed", () -> Arrays.copyOfRange(new int[4], 3, 1));
    Check.run("negative of", () -> Arrays.copyOf(new byte[2], -1));
  }

  static int[] copy(int[] array, int from, int to, int length) {
    System.arraycopy(array, from, array, to, length);
    return array;
  }

  static void copyAny(Object from, Object to, int length) {
    System.arraycopy(from, 0, to, 0, length);
  }

  static Object[] copyObjects(Object[] from, Object[] to) {
    try {
      System.arraycopy(from, 0, to, 0, from.length);
    } catch (ArrayStoreException e) {
      return new Object[] {e.getMessage(), to};
    }
    return to;
  }

  static String cloned(int[][] array) {
    int[][] copy = array.clone();
    copy[0] = copy[1].clone();
    copy[0][0] = 9;
    return Arrays.deepToString(array) + Arrays.deepToString(copy) + (copy[1] == array[1]);
  }

  static double[] cloneAny(double[] array) {
    double[] copy = array.clone();
    array[0] = 5;
    return copy;
  }

  static long large(int size) {
    Object[] from = new Object[size];
    for (int i = 0; i < size; i++) {
      from[i] = Integer.valueOf(i);
    }
    Object[] to = new Object[size * 2];
    System.arraycopy(from, 0, to, size / 2, size);
    System.arraycopy(to, 10, to, 0, size);
    long sum = 0;
    for (Object each : to) {
      sum = sum * 31 + (each instanceof Integer number ? number : 1);
    }
    return sum;
  }

  private static void utilities() {
    int[] ints = new int[100];
    Arrays.fill(ints, 20, 60, 7);
    Check.run("fill", () -> Arrays.hashCode(ints));
    Check.run("equals", () -> Arrays.equals(ints, ints.clone()) + " " + Arrays.equals(ints, null));
    Check.run("mismatch", () -> Arrays.mismatch(new byte[] {1, 2, 3}, new byte[] {1, 2, 4}));
    Check.run("compare", () -> Arrays.compare("abc".toCharArray(), "abd".toCharArray()));
    Check.run("sort", () -> sorted(1_000));
    Check.run("search", () -> Arrays.binarySearch(new int[] {1, 3, 5, 9}, 5));
    Check.run("list", () -> Arrays.asList(1, 2, 3).indexOf(2));
  }

  static int sorted(int size) {
    int[] array = new int[size];
    int seed = 12_345;
    for (int i = 0; i < size; i++) {
      seed = seed * 1_103_515_245 + 12_345;
      array[i] = seed >>> 7;
    }
    Arrays.sort(array);
    return Arrays.hashCode(array);
  }

  private static void reflective() {
    Check.run("instance", () -> newArray(String.class, 3).getClass());
    Check.run("instance int", () -> newArray(int.class, 2).getClass());
    Check.run("instance negative", () -> newArray(int.class, -2));
    Check.run("instance void", () -> newArray(void.class, 2));
    Check.run("instance null", () -> newArray(null, 2));
    Check.run("length", () -> lengthOf(new char[4]));
    Check.run("length of text", () -> lengthOf("text"));
    Check.run("length of null", () -> lengthOf(null));
    Check.run("get", () -> Array.get(new short[] {4}, 0));
    Check.run("get out", () -> Array.get(new short[] {4}, 1));
  }

  static Object newArray(Class<?> type, int length) {
    return Array.newInstance(type, length);
  }

  static int lengthOf(Object array) {
    return Array.getLength(array);
  }
}
