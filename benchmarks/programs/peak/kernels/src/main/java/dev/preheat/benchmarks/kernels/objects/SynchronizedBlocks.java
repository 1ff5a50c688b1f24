// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.objects;

import dev.preheat.benchmarks.meter.Operation;

/** Short blocks under a lock that no other thread wants. */
public final class SynchronizedBlocks implements Operation {
  private static final int COUNT = 4_096;

  private static final class Account {
    private long balance;

    synchronized void deposit(long amount) {
      balance += amount;
    }

    synchronized long balance() {
      return balance;
    }
  }

  // Fields: the compiler leaves out the locks of objects that nothing else can reach.
  private final Account from = new Account();
  private final Account to = new Account();

  @Override
  public long once(int seed) {
    from.balance = seed;
    to.balance = 0;
    for (int i = 0; i < COUNT; i++) {
      transfer(from, to, i ^ seed);
    }
    return 31 * from.balance() + to.balance();
  }

  private static void transfer(Account from, Account to, long amount) {
    synchronized (from) {
      synchronized (to) {
        from.deposit(-amount);
        to.deposit(amount);
      }
    }
  }
}
