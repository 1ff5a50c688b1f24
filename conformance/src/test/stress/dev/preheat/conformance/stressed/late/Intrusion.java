// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.late;

import dev.preheat.conformance.stressed.work.DispatchWork;
import java.util.concurrent.Callable;

/** Lets code that relied on there being no late classes run with them. */
public final class Intrusion implements Callable<Boolean> {
  private static final int TURNS = 300;

  /** Whether every late method was called. */
  @Override
  public Boolean call() {
    String found = DispatchWork.total(new LateShape(), new LatePrice(), new LateAnimal(), TURNS);
    long areas = 0;
    long prices = 0;
    long legs = 0;
    for (int i = 0; i < TURNS; i++) {
      areas += i * 31L + 8;
      prices += (i + 5L + i + 6L) ^ 1;
      legs += i * 100L - 1;
    }
    return found.equals(areas + " " + prices + " " + legs + " 0");
  }
}
