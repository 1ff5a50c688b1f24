// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Class loaders that nobody uses any more: all of them have to be collected. */
final class Dropped {
  /** Whoever looks at a loader for a moment keeps it for that collection. */
  private static final int MOST_COLLECTIONS = 50;

  /** Those that may be alive at once: some collections lie between a look and the next. */
  private static final int MOST_ALIVE = 60;

  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private long count;

  synchronized void add(ClassLoader loader) throws WrongResult {
    loaders.add(new WeakReference<>(loader));
    count++;
    loaders.removeIf(each -> each.refersTo(null));
    if (loaders.size() > MOST_ALIVE) {
      throw new WrongResult(loaders.size() + " of " + count + " dropped loaders are alive");
    }
  }

  synchronized long count() {
    return count;
  }

  /** Collects garbage until none is left. */
  synchronized void checkAllCollected() throws WrongResult {
    for (int i = 0; i < MOST_COLLECTIONS && !loaders.isEmpty(); i++) {
      System.gc();
      loaders.removeIf(each -> each.refersTo(null));
    }
    if (!loaders.isEmpty()) {
      throw new WrongResult(
          loaders.size() + " of " + count + " dropped loaders are never collected");
    }
  }
}
