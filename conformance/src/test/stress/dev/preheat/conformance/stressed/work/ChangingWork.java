// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.function.IntUnaryOperator;

/**
 * Calls methods of the class that is redefined. A round yields the same in both versions; which of
 * them is seen is what {@link #version} is for.
 */
public final class ChangingWork implements Work {
  private static final int TURNS = 200;

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    for (int turn = 0; turn < TURNS; turn++) {
      int value = mix.next(1000) + 1;
      Changing object = new Changing(value);
      int root = root(value) - value;
      int inlined = inlined(value) / value;
      int instance = 2 * value - instance(object, value);
      check(root);
      check(inlined);
      check(instance);
      mix.add(value);
    }
    return mix.sum();
  }

  private static void check(int constant) {
    if (constant != Changing.OLD && constant != Changing.NEW) {
      throw new IllegalStateException("of no version: " + constant);
    }
  }

  /**
   * The version that every way to a method of the class shows now.
   *
   * @throws IllegalStateException if they differ
   */
  public static int version() {
    IntUnaryOperator reference = Changing::root;
    int version = root(0);
    int[] others = {inlined(1), -instance(new Changing(0), 0), reference.applyAsInt(0)};
    for (int i = 0; i < others.length; i++) {
      if (others[i] != version) {
        throw new IllegalStateException("way " + i + " shows " + others[i] + ", not " + version);
      }
    }
    if (loop(10) != 45) {
      throw new IllegalStateException("loop: " + loop(10));
    }
    return version;
  }

  private static int root(int value) {
    return Changing.root(value);
  }

  private static int inlined(int value) {
    return Changing.inlined(value);
  }

  private static int instance(Changing object, int value) {
    return object.instance(value);
  }

  private static long loop(int turns) {
    return Changing.loop(turns);
  }
}
