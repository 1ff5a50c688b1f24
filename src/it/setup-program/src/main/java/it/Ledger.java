// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

/** Virtual calls, synchronisation, an exception on a path that is sometimes taken. */
final class Ledger {
  abstract static class Entry {
    abstract int amount();
  }

  static final class Credit extends Entry {
    private final int cents;

    Credit(int cents) {
      this.cents = cents;
    }

    @Override
    int amount() {
      return cents;
    }
  }

  static final class Debit extends Entry {
    private final int cents;

    Debit(int cents) {
      this.cents = cents;
    }

    @Override
    int amount() {
      return -cents;
    }
  }

  private int balance;

  private synchronized void book(Entry entry) {
    if (balance + entry.amount() < 0) {
      throw new IllegalStateException("overdrawn");
    }
    balance += entry.amount();
  }

  static int balance(int round) {
    Ledger ledger = new Ledger();
    int refused = 0;
    for (int i = 1; i <= 20; i++) {
      try {
        ledger.book(i % 3 == 0 ? new Debit(i * round) : new Credit(i));
      } catch (IllegalStateException e) {
        refused++;
      }
    }
    return ledger.balance * 100 + refused;
  }
}
