// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Two threads, one of which initialises a class while the other one wants to use it. */
final class Race {
  /** Time for the second thread to do what it must not. It costs time, not certainty. */
  private static final long CHANCE_MILLIS = 150;

  private Race() {}

  /** Of an initialiser: lets the other thread go and gives it a chance to get through. */
  static boolean letOtherTry() {
    return meeting.letOtherTry();
  }

  /** The meeting point of the two threads of a case. */
  static final class Meeting {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch passed = new CountDownLatch(1);

    /** Of the initialiser: lets the other thread go and gives it a chance to get through. */
    boolean letOtherTry() {
      started.countDown();
      try {
        return passed.await(CHANCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Meeting meeting;

  /** Runs both; the first initialises the class, the second one's result is printed. */
  static void run(String name, Callable<?> first, Callable<?> second) throws InterruptedException {
    Meeting current = new Meeting();
    meeting = current;
    AtomicReference<Object> result = new AtomicReference<>();
    Thread initializer = new Thread(() -> Check.run(name + " initialises", first), "first");
    Thread other =
        new Thread(
            () -> {
              try {
                current.started.await();
                result.set(second.call());
              } catch (Exception | LinkageError e) {
                result.set(e);
              }
              current.passed.countDown();
            },
            "second");
    initializer.start();
    other.start();
    initializer.join();
    other.join();
    Check.print(name + " other sees", result.get());
  }
}
