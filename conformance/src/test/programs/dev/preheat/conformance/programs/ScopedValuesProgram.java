// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scoped values: the VM keeps a cache of them for each carrier, not for each virtual thread. */
public final class ScopedValuesProgram {
  private static final ScopedValue<Integer> NUMBER = ScopedValue.newInstance();
  private static final ScopedValue<String> NAME = ScopedValue.newInstance();
  private static final int THREADS = 200;
  private static final int YIELDS = 50;

  private ScopedValuesProgram() {}

  public static void main(String[] args) throws Exception {
    Check.collectGarbage();
    Check.run("unbound", () -> NUMBER.isBound() + " " + NUMBER.orElse(5));
    Check.run("missing", () -> message());
    Check.run("nested", () -> ScopedValue.where(NUMBER, 1).call(() -> nested()));
    Check.run("in threads", () -> inThreads());
    Check.run("unbound again", () -> NUMBER.isBound());
  }

  private static String message() {
    try {
      return "found " + NUMBER.get();
    } catch (NoSuchElementException e) {
      return e.getMessage();
    }
  }

  private static String nested() {
    String inner =
        ScopedValue.where(NUMBER, NUMBER.get() + 1)
            .where(NAME, "inner")
            .call(() -> NUMBER.get() + NAME.get());
    return NUMBER.get() + inner + NAME.isBound() + NUMBER.get();
  }

  /** What threads see that is not their own. */
  private static int inThreads() throws Exception {
    int wrong = 0;
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int own = i;
        futures.add(
            executor.submit(() -> ScopedValue.where(NUMBER, own).call(() -> yielding(own))));
      }
      for (Future<Integer> future : futures) {
        wrong += future.get();
      }
    }
    return wrong;
  }

  /** Looks at thread and value before and after a yield, which may end on another carrier. */
  static int yielding(int own) {
    Thread self = Thread.currentThread();
    int wrong = 0;
    for (int i = 0; i < YIELDS; i++) {
      wrong += NUMBER.get() == own ? 0 : 1;
      Thread.yield();
      wrong += NUMBER.get() == own ? 0 : 1;
      wrong += Thread.currentThread() == self ? 0 : 1;
    }
    return wrong;
  }
}
