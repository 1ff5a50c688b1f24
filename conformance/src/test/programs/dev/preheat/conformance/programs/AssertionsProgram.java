// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/** Assertions, which a JVM runs or not. */
public final class AssertionsProgram {
  private static int evaluated;

  private AssertionsProgram() {}

  /** Of its own state. */
  static final class Inner {
    final int value;

    Inner(int value) {
      assert evaluate(value > 0) : "value " + value;
      this.value = value;
    }
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      Check.run("holds", () -> checked(5));
      Check.run("fails", () -> checked(-5));
      Check.run("inner", () -> new Inner(3).value);
      Check.run("inner fails", () -> new Inner(-3).value);
      Check.run("loop", () -> loop(10));
      Check.print("evaluated", evaluated);
    }
  }

  private static boolean evaluate(boolean condition) {
    evaluated++;
    return condition;
  }

  static int checked(int value) {
    assert evaluate(value > 0);
    return value * 2;
  }

  static int loop(int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      assert evaluate(i < 8) : i;
      sum += i;
    }
    return sum;
  }
}
