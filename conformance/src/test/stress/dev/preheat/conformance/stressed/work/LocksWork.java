// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Monitors, nested and inflated, and the locks of the JDK, by several threads at once. */
final class LocksWork implements Work {
  private static final int THREADS = 3;
  private static final int TURNS = 120;

  private final ThreadLocal<Object> local = ThreadLocal.withInitial(Object::new);

  /** What the threads share: every sum is right only if no update is lost. */
  private static final class Account {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
    private final StampedLock stamped = new StampedLock();
    private final Semaphore semaphore = new Semaphore(1);
    private long bySynchronized;
    private long byLock;
    private long byReadWrite;
    private long byStamp;
    private long bySemaphore;

    synchronized void add(long value) {
      long before = bySynchronized;
      synchronized (this) {
        bySynchronized = before + value;
      }
      if ((value & 15) == 3) {
        notifyAll();
      }
    }

    void addLocked(long value) {
      lock.lock();
      try {
        byLock += value;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    void addReadWrite(long value) {
      readWrite.writeLock().lock();
      try {
        byReadWrite += value;
        readWrite.readLock().lock();
        readWrite.readLock().unlock();
      } finally {
        readWrite.writeLock().unlock();
      }
    }

    void addStamped(long value) {
      long stamp = stamped.writeLock();
      byStamp += value;
      stamped.unlockWrite(stamp);
    }

    void addWithPermit(long value) {
      semaphore.acquireUninterruptibly();
      bySemaphore += value;
      semaphore.release();
    }
  }

  @Override
  public long round(long seed) throws InterruptedException {
    Account account = new Account();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      long own = seed * THREADS + i;
      Thread.Builder builder = i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform();
      threads.add(builder.start(() -> add(account, own)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    synchronized (account) {
      return new Mix(seed)
          .add(account.bySynchronized)
          .add(account.byLock)
          .add(account.byReadWrite)
          .add(account.byStamp)
          .add(account.bySemaphore)
          .add(alone(seed))
          .sum();
    }
  }

  private static void add(Account account, long seed) {
    Mix mix = new Mix(seed);
    for (int turn = 0; turn < TURNS; turn++) {
      long value = mix.next() >> 8;
      account.add(value);
      account.addLocked(value);
      account.addReadWrite(value);
      account.addStamped(value);
      account.addWithPermit(value);
      if (turn % 40 == 0) {
        Thread.yield();
      }
    }
  }

  /** Monitors that no other thread wants, with exceptions through them. */
  private long alone(long seed) {
    Mix mix = new Mix(seed);
    Object monitor = local.get();
    StringBuffer buffer = new StringBuffer();
    for (int turn = 0; turn < TURNS; turn++) {
      try {
        synchronized (monitor) {
          synchronized (buffer) {
            buffer.append(mix.next(10));
            if (buffer.length() % 7 == 0) {
              throw new IllegalStateException();
            }
          }
        }
      } catch (IllegalStateException e) {
        mix.add(Thread.holdsLock(monitor) || Thread.holdsLock(buffer) ? 1 : 2);
      }
    }
    return mix.add(buffer.toString()).sum();
  }
}
