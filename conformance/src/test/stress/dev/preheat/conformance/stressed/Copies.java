// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import dev.preheat.conformance.stressed.work.Works;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.concurrent.Callable;

/**
 * Loaders of the program's own, which define its classes again, work with them, and are dropped.
 */
final class Copies {
  private static final String PACKAGE = "dev.preheat.conformance.stressed.";
  private static final String WORK = PACKAGE + "work.";
  private static final String LATE = PACKAGE + "late.";
  private static final int ROUNDS_EACH = 2;

  private final Expected expected;
  private final Redefinition redefinition;
  private final Dropped dropped;
  private final URL jar = Copies.class.getProtectionDomain().getCodeSource().getLocation();
  private long number;

  Copies(Expected expected, Redefinition redefinition, Dropped dropped) {
    this.expected = expected;
    this.redefinition = redefinition;
    this.dropped = dropped;
  }

  /** A copy of all that works, from its definition to its end. */
  void generation() throws Exception {
    ChildFirst copy = new ChildFirst(WORK, jar, Copies.class.getClassLoader());
    Outcome outcome = new Outcome();
    Thread thread = new Thread(() -> outcome.take(() -> live(copy)), "copy " + number);
    thread.setContextClassLoader(copy);
    thread.start();
    thread.join();
    outcome.get();
    copy.close();
    number++;
    dropped.add(copy);
  }

  /** Late classes that break what is assumed of the program's own. */
  void intrude() throws Exception {
    intrude(Copies.class.getClassLoader());
  }

  private Long live(ClassLoader copy) throws Exception {
    rounds(copy, ROUNDS_EACH);
    intrude(copy);
    rounds(copy, 1);
    redefinition.changeCopy(copy);
    rounds(copy, 1);
    return 0L;
  }

  @SuppressWarnings("unchecked") // The copy's method is of the same type.
  private void rounds(ClassLoader copy, int each) throws Exception {
    Method round =
        Class.forName(Works.class.getName(), true, copy)
            .getMethod("round", String.class, long.class);
    for (int i = 0; i < each; i++) {
      long seed = (number * ROUNDS_EACH + i) % expected.seeds();
      for (String kind : Works.shuffled(seed)) {
        expected.check(kind, seed, (Callable<Long>) round.invoke(null, kind, seed));
      }
    }
  }

  @SuppressWarnings("unchecked") // The class says so.
  private void intrude(ClassLoader parent) throws Exception {
    try (ChildFirst late = new ChildFirst(LATE, jar, parent)) {
      Callable<Boolean> intrusion =
          (Callable<Boolean>)
              Class.forName(LATE + "Intrusion", true, late).getDeclaredConstructor().newInstance();
      if (!intrusion.call()) {
        throw new WrongResult("a late class was not called");
      }
      dropped.add(late);
    }
  }
}
