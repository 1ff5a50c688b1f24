// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Monitors: taken, nested, left by exceptions, waited for. */
public final class LocksProgram {
  private static final int THREADS = 4;
  private static final int ROUNDS = 3_000;
  private static int shared;
  private int count;
  private final Object lock = new Object();

  private LocksProgram() {}

  public static void main(String[] args) throws Exception {
    Check.collectGarbage();
    LocksProgram program = new LocksProgram();
    for (int i = 0; i < 3; i++) {
      Check.run("method", () -> program.increment(1) + " " + Thread.holdsLock(program));
      Check.run("static", () -> incrementStatic(2) + " " + Thread.holdsLock(LocksProgram.class));
      Check.run("block", () -> program.block(5) + " " + Thread.holdsLock(program.lock));
      Check.run("nested", () -> program.nested(5) + " " + program.isFree());
      Check.run("recursive", () -> program.recursive(20) + " " + program.isFree());
      Check.run("method fails", () -> program.fails(0));
      Check.print("free", program.isFree());
      Check.run("block fails", () -> program.blockFails(new int[1], 3));
      Check.print("free", program.isFree());
      Check.run("static fails", () -> staticFails(null));
      Check.print("free", !Thread.holdsLock(LocksProgram.class));
      Check.run("caught", () -> program.caughtInside(4) + " " + program.isFree());
      Check.run("elided", () -> elided(7));
      Check.run("elided fails", () -> elidedFails(new int[2], 2));
      Check.run("escapes", () -> escapes(3));
      Check.run("early return", () -> program.earlyReturn(3) + program.earlyReturn(8));
      Check.run("loop", () -> program.loop(100) + " " + program.isFree());
      Check.act("wait without lock", () -> program.lock.wait());
      Check.act("notify without lock", () -> program.lock.notifyAll());
      Check.run("held inside", () -> program.heldInside());
      Check.run("buffer", () -> buffer(50));
    }
    Check.print("contended", contended(program));
    Check.print("handed over", handOver());
    Check.print("deadlock free", ordered());
    Check.print("hash", hashWhileLocked());
  }

  synchronized int increment(int by) {
    count += by;
    return count;
  }

  static synchronized int incrementStatic(int by) {
    shared += by;
    return shared;
  }

  int block(int value) {
    synchronized (lock) {
      count += value;
      return count * 2;
    }
  }

  int nested(int value) {
    int result = 0;
    synchronized (this) {
      result += value;
      synchronized (lock) {
        result += increment(1) > 0 ? 10 : 20;
        synchronized (this) {
          result++;
        }
      }
    }
    return result;
  }

  synchronized int recursive(int depth) {
    return depth == 0 ? 0 : recursive(depth - 1) + 1;
  }

  synchronized int fails(int divisor) {
    count++;
    return count / divisor;
  }

  int blockFails(int[] array, int index) {
    synchronized (lock) {
      synchronized (this) {
        count++;
        return array[index];
      }
    }
  }

  static synchronized int staticFails(String text) {
    shared++;
    return text.length();
  }

  int caughtInside(int rounds) {
    int caught = 0;
    for (int i = 0; i < rounds; i++) {
      try {
        synchronized (lock) {
          if (i % 2 == 0) {
            throw new IllegalStateException("inside");
          }
          caught += 10;
        }
      } catch (IllegalStateException e) {
        caught++;
      }
    }
    return caught;
  }

  static int elided(int value) {
    Object own = new Object();
    int result = value;
    synchronized (own) {
      result *= 2;
      synchronized (own) {
        result++;
      }
    }
    StringBuffer buffer = new StringBuffer();
    buffer.append(result).append("x");
    return result + buffer.length();
  }

  static int elidedFails(int[] array, int index) {
    Object own = new Object();
    int result = 1;
    try {
      synchronized (own) {
        result = 2;
        result = array[index];
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      result += Thread.holdsLock(own) ? 100 : 10;
    }
    return result;
  }

  private static Object escaped;

  static boolean escapes(int value) {
    Object own = new Object();
    synchronized (own) {
      if (value > 2) {
        escaped = own;
      }
      return Thread.holdsLock(own);
    }
  }

  int earlyReturn(int value) {
    synchronized (lock) {
      if (value > 5) {
        return 1;
      }
      count++;
    }
    return Thread.holdsLock(lock) ? 7 : 2;
  }

  int loop(int rounds) {
    int sum = 0;
    for (int i = 0; i < rounds; i++) {
      synchronized (this) {
        if (i % 7 == 3) {
          continue;
        }
        sum += i;
        if (i == 90) {
          break;
        }
      }
    }
    return sum;
  }

  String heldInside() {
    synchronized (lock) {
      return Thread.holdsLock(lock) + " " + Thread.holdsLock(this);
    }
  }

  static int buffer(int rounds) {
    StringBuffer buffer = new StringBuffer();
    for (int i = 0; i < rounds; i++) {
      buffer.append(i).append(',');
    }
    return buffer.toString().hashCode();
  }

  private boolean isFree() {
    return !Thread.holdsLock(this) && !Thread.holdsLock(lock);
  }

  private static int contended(LocksProgram program) throws InterruptedException {
    program.count = 0;
    shared = 0;
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                for (int round = 0; round < ROUNDS; round++) {
                  program.increment(1);
                  incrementStatic(1);
                  program.failsQuietly();
                }
              });
      threads.add(thread);
      thread.start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return program.count * 10 + shared;
  }

  private void failsQuietly() {
    try {
      fails(0);
    } catch (ArithmeticException e) {
      count(e);
    }
  }

  private synchronized void count(ArithmeticException exception) {
    count += exception.getMessage().equals("/ by zero") ? 1 : 1_000_000;
  }

  /** A queue of one place between two threads. */
  static final class Place {
    private Integer value;

    synchronized void put(int given) throws InterruptedException {
      while (value != null) {
        wait();
      }
      value = given;
      notifyAll();
    }

    synchronized int take() throws InterruptedException {
      while (value == null) {
        wait();
      }
      int taken = value;
      value = null;
      notifyAll();
      return taken;
    }
  }

  private static long handOver() throws InterruptedException {
    Place place = new Place();
    Thread giver =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 500; i++) {
                  place.put(i);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    giver.start();
    long sum = 0;
    for (int i = 0; i < 500; i++) {
      sum = sum * 7 + place.take();
    }
    giver.join();
    return sum;
  }

  private static int ordered() throws InterruptedException {
    Object first = new Object();
    Object second = new Object();
    int[] total = new int[1];
    Runnable work =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            synchronized (first) {
              synchronized (second) {
                total[0]++;
              }
            }
          }
        };
    Thread thread = new Thread(work);
    thread.start();
    work.run();
    thread.join();
    return total[0];
  }

  private static boolean hashWhileLocked() {
    Object object = new Object();
    int before;
    synchronized (object) {
      before = System.identityHashCode(object);
    }
    synchronized (object) {
      return before == object.hashCode();
    }
  }
}
