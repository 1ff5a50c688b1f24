// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads many classes in many threads while the collector frees those whose definition failed: the
 * good ones are named C and a number, the bad ones B and a number.
 */
final class Storm {
  private static final int THREADS = 4;

  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      names.add("C" + i);
      names.add("B" + i);
    }
    AtomicBoolean isDone = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!isDone.get()) {
                System.gc();
              }
            });
    collector.start();
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      List<String> own = new ArrayList<>(names);
      // Two threads each in the same order: they define the same classes at the same time.
      Collections.shuffle(own, new Random(i / 2));
      threads.add(new Thread(() -> load(own, good, bad)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    isDone.set(true);
    collector.join();
    System.out.println(good + " " + bad);
  }

  private static void load(List<String> names, AtomicInteger good, AtomicInteger bad) {
    for (String name : names) {
      try {
        Class.forName(name);
        good.incrementAndGet();
      } catch (ClassNotFoundException | LinkageError e) {
        bad.incrementAndGet();
      }
    }
  }
}
