// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.concurrent.Callable;

/** Runs pieces of programs and prints what became of them. */
final class Check {
  private static final int MAXIMUM_CAUSES = 5;

  private Check() {}

  /** A piece that returns nothing. */
  interface Action {
    void run() throws Throwable;
  }

  /** Prints a result or an exception with its stack trace. */
  static void run(String name, Callable<?> piece) {
    String result;
    try {
      result = text(piece.call());
    } catch (Throwable e) {
      result = describe(e);
    }
    print(name, result);
  }

  /** Prints whether a piece ended, or its exception with its stack trace. */
  static void act(String name, Action piece) {
    String result = "done";
    try {
      piece.run();
    } catch (Throwable e) {
      result = describe(e);
    }
    print(name, result);
  }

  static void print(String name, Object result) {
    System.out.println(name + ": " + result);
  }

  /** Collects garbage half of the time, in another thread, where the property {@code gc} is set. */
  static void collectGarbage() {
    if (Boolean.getBoolean("gc")) {
      Thread thread =
          new Thread(
              () -> {
                while (true) {
                  long start = System.nanoTime();
                  System.gc();
                  long end = System.nanoTime();
                  while (System.nanoTime() - end < end - start) {
                    Thread.onSpinWait();
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Class, message and stack trace, up to the program's main method; causes and suppressed. */
  static String describe(Throwable exception) {
    StringBuilder text = new StringBuilder();
    describe(exception, text, 0);
    return text.toString();
  }

  private static void describe(Throwable exception, StringBuilder text, int depth) {
    text.append(exception);
    for (StackTraceElement frame : exception.getStackTrace()) {
      if (frame.getClassName().contains("/0x")) {
        // The VM forgets to leave hidden frames out where it runs out of memory.
        continue;
      }
      text.append("\n    at ").append(frame);
      if (frame.getMethodName().equals("main")) {
        break;
      }
    }
    for (Throwable suppressed : exception.getSuppressed()) {
      describe(suppressed, text.append("\n  suppressed "), depth + 1);
    }
    if (exception.getCause() != null && depth < MAXIMUM_CAUSES) {
      describe(exception.getCause(), text.append("\n  caused by "), depth + 1);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "null";
      case Double number -> number + " " + Long.toHexString(Double.doubleToRawLongBits(number));
      case Float number -> number + " " + Integer.toHexString(Float.floatToRawIntBits(number));
      case int[] array -> java.util.Arrays.toString(array);
      case long[] array -> java.util.Arrays.toString(array);
      case byte[] array -> java.util.Arrays.toString(array);
      case char[] array -> java.util.Arrays.toString(array);
      case short[] array -> java.util.Arrays.toString(array);
      case boolean[] array -> java.util.Arrays.toString(array);
      case float[] array -> java.util.Arrays.toString(array);
      case double[] array -> java.util.Arrays.toString(array);
      case Object[] array -> java.util.Arrays.deepToString(array);
      default -> value.toString();
    };
  }
}
