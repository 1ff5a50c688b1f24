// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Who called whom, on which line: in exceptions, to stack walkers, and seen from other threads. */
public final class StacksProgram {
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final StackWalker WITH_CLASSES =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final StackWalker WITH_REFLECTION =
      StackWalker.getInstance(
          List.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_REFLECT_FRAMES)
              .stream()
              .collect(Collectors.toSet()));

  private StacksProgram() {}

  interface Step {
    String take(int depth);
  }

  static class First implements Step {
    @Override
    public String take(int depth) {
      return depth == 0 ? walk() : new Second().take(depth - 1);
    }
  }

  static final class Second extends First {
    final String made;

    Second() {
      made = constructed();
    }

    @Override
    public String take(int depth) {
      synchronized (this) {
        return depth == 0 ? made + walk() : super.take(depth - 1);
      }
    }

    private static String constructed() {
      return WALKER.walk(frames -> frames.limit(2).map(Object::toString).toList()).toString();
    }
  }

  static class Failing {
    static final int VALUE = fail(1);

    private static int fail(int depth) {
      return depth == 0 ? Integer.parseInt("no number") : fail(depth - 1);
    }
  }

  public static void main(String[] args) throws Exception {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      int round = i;
      Check.run("walk", () -> new First().take(5 + round));
      Check.run("recursion", () -> recursion(12));
      Check.run("bytecode index", () -> indices(3));
      Check.run("caller", () -> caller());
      Check.run("classes", () -> classes());
      Check.run("reflection", () -> reflection());
      Check.run("thread", () -> ofThread());
      Check.run("throwable", () -> ofThrowable(round));
      Check.run("lambda", () -> lambda(x -> x / (x - 7), 7));
      Check.run("sort", () -> sort(new Integer[] {3, 1, 2}));
      Check.run("null inside", () -> inlined(null));
      Check.run("index inside", () -> inlined(new int[1]));
      Check.run("loop", () -> loop(new int[9]));
      Check.run("finally", () -> inFinally(0));
      Check.run("initializer", () -> Failing.VALUE);
      Check.run("overflow", () -> overflow());
      Check.run("filled later", () -> filledLater());
    }
    Check.run("waiting", () -> waiting(false));
    Check.run("waiting virtual", () -> waiting(true));
  }

  private static String walk() {
    return WALKER.walk(
        frames ->
            frames
                .takeWhile(frame -> !frame.getMethodName().startsWith("lambda$main"))
                .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(",")));
  }

  static String recursion(int depth) {
    if (depth == 0) {
      return walk();
    }
    return depth % 3 == 0 ? recursion(depth - 1) : recursion(depth - 1);
  }

  /** Where in a method a call is, exactly: two calls on one line. */
  static String indices(int depth) {
    return depth == 0 ? index() + "," + index() : indices(depth - 1) + ";" + index();
  }

  private static String index() {
    return WALKER.walk(
        frames ->
            frames
                .skip(1)
                .limit(2)
                .map(frame -> Integer.toString(frame.getByteCodeIndex()))
                .collect(Collectors.joining("/")));
  }

  static String caller() {
    return WITH_CLASSES.getCallerClass().getName().replaceFirst("/.*", "");
  }

  static String classes() {
    return WITH_CLASSES.walk(
        frames ->
            frames
                .map(frame -> frame.getDeclaringClass().getSimpleName() + frame.getMethodType())
                .limit(2)
                .collect(Collectors.joining(",")));
  }

  static Object reflection() throws ReflectiveOperationException {
    return StacksProgram.class.getDeclaredMethod("reflected", int.class).invoke(null, 2);
  }

  static String reflected(int depth) {
    return depth > 0
        ? reflected(depth - 1)
        : WITH_REFLECTION.walk(
            frames ->
                frames.map(StackWalker.StackFrame::getMethodName).limit(5).toList().toString());
  }

  static String ofThread() {
    StackTraceElement[] frames = Thread.currentThread().getStackTrace();
    return Arrays.stream(frames).limit(3).toList().toString();
  }

  static String ofThrowable(int depth) {
    return depth > 0
        ? ofThrowable(depth - 1)
        : Arrays.stream(new Throwable().getStackTrace()).limit(4).toList().toString();
  }

  static int lambda(IntUnaryOperator operator, int value) {
    return operator.applyAsInt(value);
  }

  static Object sort(Integer[] values) {
    Arrays.sort(
        values,
        new Comparator<>() {
          @Override
          public int compare(Integer a, Integer b) {
            return a.compareTo(b) + (Integer) null;
          }
        });
    return values;
  }

  static int inlined(int[] array) {
    return level1(array) + 1;
  }

  private static int level1(int[] array) {
    return 2 * level2(array, 3);
  }

  private static int level2(int[] array, int index) {
    return array[index] + array.length;
  }

  static int loop(int[] array) {
    int sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += i;
      array[i] = sum;
    }
    return sum;
  }

  static int inFinally(int value) {
    try {
      return 5 / value;
    } finally {
      if (value == 0) {
        level2(null, value);
      }
    }
  }

  static String overflow() {
    try {
      return "ends " + endless(1);
    } catch (StackOverflowError e) {
      StackTraceElement[] frames = e.getStackTrace();
      return frames.length + " " + frames[20] + " " + frames[1_000];
    }
  }

  private static int endless(int depth) {
    return depth + endless(depth + 1);
  }

  static Object filledLater() {
    RuntimeException made = new IllegalStateException("made");
    return Check.describe(refill(made));
  }

  private static Throwable refill(RuntimeException exception) {
    return exception.fillInStackTrace();
  }

  /** The stack of a thread that waits in the middle of compiled code. */
  private static String waiting(boolean virtual) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    Runnable body = () -> descend(6, latch);
    Thread thread = virtual ? Thread.ofVirtual().unstarted(body) : new Thread(body);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    String own = own(thread.getStackTrace());
    Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
    String seen = virtual ? own : own(all.get(thread));
    latch.countDown();
    thread.join();
    return own + " " + own.equals(seen);
  }

  private static String own(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .filter(frame -> frame.getClassName().equals(StacksProgram.class.getName()))
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(","));
  }

  static double descend(int depth, CountDownLatch latch) {
    if (depth == 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return 0.5;
    }
    return depth % 2 == 0 ? descend(depth - 1, latch) + depth : descend(depth - 1, latch);
  }
}
