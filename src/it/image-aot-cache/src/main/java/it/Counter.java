// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

public final class Counter {
  private int value;

  public int add(int amount) {
    value += amount;
    return value;
  }
}
