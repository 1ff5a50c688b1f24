// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import java.util.concurrent.Callable;

/** What another thread found, read after it has ended. */
final class Outcome {
  private Long value;
  private Throwable failure;

  void take(Callable<Long> round) {
    try {
      value = round.call();
    } catch (Throwable e) {
      failure = e;
    }
  }

  /** The value, or the exception as it was thrown. */
  Long get() throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (Exception) failure;
    }
    return value;
  }
}
