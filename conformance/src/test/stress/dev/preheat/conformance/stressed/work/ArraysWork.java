// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.Arrays;

/** Arrays of every kind: filled, copied, sorted, compared, of several dimensions. */
final class ArraysWork implements Work {
  private static final int LENGTH = 400;

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    primitives(mix);
    objects(mix);
    dimensions(mix);
    copies(mix);
    return mix.sum();
  }

  private static void primitives(Mix mix) {
    int[] ints = new int[LENGTH];
    long[] longs = new long[LENGTH];
    byte[] bytes = new byte[LENGTH];
    char[] chars = new char[LENGTH];
    double[] doubles = new double[LENGTH];
    boolean[] booleans = new boolean[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      long value = mix.next();
      ints[i] = (int) value;
      longs[i] = value;
      bytes[i] = (byte) value;
      chars[i] = (char) value;
      doubles[i] = value / 3.0;
      booleans[i] = value < 0;
    }
    Arrays.sort(ints);
    Arrays.sort(longs, 20, LENGTH - 20);
    Arrays.sort(doubles);
    Arrays.sort(chars);
    mix.add(Arrays.hashCode(ints)).add(Arrays.hashCode(longs)).add(Arrays.hashCode(bytes));
    mix.add(Arrays.hashCode(chars)).add(Arrays.hashCode(doubles)).add(Arrays.hashCode(booleans));
    mix.add(Arrays.binarySearch(ints, ints[LENGTH / 3]));
    for (int i = 1; i < LENGTH; i++) {
      ints[i] += ints[i - 1] * 3;
      bytes[i] ^= bytes[i - 1];
    }
    mix.add(Arrays.stream(ints).asLongStream().sum()).add(Arrays.compare(bytes, bytes.clone()));
  }

  private static void objects(Mix mix) {
    Object[] objects = new Object[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      objects[i] =
          switch (mix.next(4)) {
            case 0 -> mix.next();
            case 1 -> Integer.toString(i);
            case 2 -> new int[] {i, mix.next(9)};
            default -> null;
          };
    }
    mix.add(Arrays.deepHashCode(objects)).add(Arrays.deepToString(objects));
    String[] names = new String[LENGTH];
    Arrays.setAll(names, i -> Long.toHexString(mix.next()));
    Arrays.sort(names);
    mix.add(Arrays.hashCode(names));
    Comparable<?>[] same = Arrays.copyOf(names, 10, Comparable[].class);
    mix.add(same.length + Arrays.asList(same).indexOf(names[4]));
    try {
      System.arraycopy(objects, 0, names, 0, LENGTH);
    } catch (ArrayStoreException e) {
      mix.add(3);
    }
  }

  private static void dimensions(Mix mix) {
    int rows = 3 + mix.next(5);
    long[][][] cube = new long[rows][4][];
    String[][] texts = new String[rows][3];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 4; j++) {
        cube[i][j] = new long[i + j];
        Arrays.fill(cube[i][j], mix.next());
      }
      texts[i][i % 3] = "cell" + i;
    }
    mix.add(Arrays.deepHashCode(cube)).add(Arrays.deepToString(texts));
  }

  private static void copies(Mix mix) {
    Object[] ring = new Object[64];
    for (int i = 0; i < 200; i++) {
      int from = mix.next(32);
      int to = mix.next(32);
      ring[mix.next(64)] = new long[] {i};
      System.arraycopy(ring, from, ring, to, 1 + mix.next(31));
      if (i % 10 == 0) {
        ring = ring.clone();
      }
    }
    for (Object each : ring) {
      mix.add(each == null ? -1 : ((long[]) each)[0]);
    }
  }
}
