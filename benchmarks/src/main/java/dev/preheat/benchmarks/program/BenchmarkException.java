// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

/** The measurement cannot go on: the message says what happened, why, and what to do. */
public final class BenchmarkException extends Exception {
  private static final long serialVersionUID = 1;

  /** Creates the exception with its one message. */
  public BenchmarkException(String message) {
    super(message);
  }
}
