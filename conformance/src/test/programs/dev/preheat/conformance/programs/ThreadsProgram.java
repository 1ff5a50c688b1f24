// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Platform and virtual threads that run, yield and fail in compiled code. */
public final class ThreadsProgram {
  private static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> 7);
  private static final int THREADS = 40;
  private static volatile boolean published;
  private static int payload;

  private ThreadsProgram() {}

  public static void main(String[] args) throws Exception {
    Check.collectGarbage();
    Check.run("platform", () -> pool(Executors.newFixedThreadPool(3)));
    Check.run("virtual", () -> pool(Executors.newVirtualThreadPerTaskExecutor()));
    Check.run("deep yield", () -> deepYield(30));
    Check.run("locked yield", () -> lockedYield());
    Check.run("queue", () -> queue(300));
    Check.run("published", () -> published());
    Check.run("local", () -> local());
    Check.run("fails", () -> failsInThread());
    Check.run("interrupt", () -> interrupted());
    Check.run("map", () -> map());
  }

  private static long pool(ExecutorService executor) throws Exception {
    try (executor) {
      List<Future<Long>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int seed = i;
        futures.add(executor.submit(() -> work(seed, 200)));
      }
      long sum = 0;
      for (Future<Long> future : futures) {
        sum = sum * 31 + future.get();
      }
      return sum;
    }
  }

  static long work(int seed, int rounds) {
    long hash = seed;
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      kept.add("s" + (seed * i));
      if (i % 50 == 0) {
        Thread.yield();
      }
      hash = hash * 31 + kept.get(i / 2).hashCode();
    }
    return hash;
  }

  private static String deepYield(int depth) throws InterruptedException {
    StringBuffer results = new StringBuffer();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int id = i;
      threads.add(
          Thread.ofVirtual()
              .unstarted(
                  () -> results.append(descend(depth, id, new int[] {id}, 0.5) > 0 ? 1 : 0)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return results.toString();
  }

  /** Holds values of every kind over a yield in the middle of the stack. */
  static double descend(int depth, long number, Object object, double fraction) {
    if (depth == 0) {
      Thread.yield();
      return number + fraction;
    }
    int[] own = new int[depth];
    own[depth - 1] = depth;
    double below = descend(depth - 1, number + 1, own, fraction * 1.5);
    if (own[depth - 1] != depth || ((int[]) object).length < 1) {
      throw new IllegalStateException("lost at " + depth);
    }
    return below + own.length + number;
  }

  private static int lockedYield() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    Object monitor = new Object();
    int[] total = new int[2];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      threads.add(Thread.ofVirtual().start(() -> add(lock, monitor, total)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return total[0] * 100_000 + total[1];
  }

  static void add(ReentrantLock lock, Object monitor, int[] total) {
    for (int i = 0; i < 100; i++) {
      lock.lock();
      try {
        total[0]++;
        Thread.yield();
      } finally {
        lock.unlock();
      }
      synchronized (monitor) {
        int before = total[1];
        Thread.yield();
        total[1] = before + 1;
      }
    }
  }

  private static long queue(int count) throws InterruptedException {
    SynchronousQueue<Integer> queue = new SynchronousQueue<>();
    Thread giver =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    for (int i = 0; i < count; i++) {
                      queue.put(i);
                    }
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum = sum * 3 + queue.take();
    }
    giver.join();
    return sum;
  }

  private static int published() throws InterruptedException {
    int[] seen = new int[1];
    Thread reader = new Thread(() -> seen[0] = await());
    reader.start();
    payload = 42;
    published = true;
    reader.join();
    return seen[0];
  }

  static int await() {
    while (!published) {
      Thread.onSpinWait();
    }
    return payload;
  }

  private static String local() throws InterruptedException {
    LOCAL.set(3);
    int[] other = new int[1];
    Thread thread = new Thread(() -> other[0] = LOCAL.get() * 2);
    thread.start();
    thread.join();
    return LOCAL.get() + " " + other[0];
  }

  private static String failsInThread() throws InterruptedException {
    String[] text = new String[1];
    Thread thread = new Thread(() -> fail(0), "failing");
    thread.setUncaughtExceptionHandler(
        (who, e) -> text[0] = who.getName() + " " + Check.describe(e));
    thread.start();
    thread.join();
    return text[0];
  }

  static int fail(int divisor) {
    return 1 / divisor;
  }

  private static String interrupted() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    String[] text = new String[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                text[0] = "interrupted " + Thread.currentThread().isInterrupted();
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
    return text[0];
  }

  private static int map() throws InterruptedException {
    ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int j = 0; j < 2_000; j++) {
                  map.merge(j % 17, 1, Integer::sum);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return map.reduceValues(1, Integer::sum);
  }
}
