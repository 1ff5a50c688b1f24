// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

/** Loops over an array. */
final class Primes {
  private Primes() {}

  static int count(int limit) {
    boolean[] composite = new boolean[limit];
    int count = 0;
    for (int i = 2; i < limit; i++) {
      if (!composite[i]) {
        count++;
        for (long j = (long) i * i; j < limit; j += i) {
          composite[(int) j] = true;
        }
      }
    }
    return count;
  }
}
