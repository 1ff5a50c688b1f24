// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

/** Something is not as it is without an image. */
final class WrongResult extends Exception {
  private static final long serialVersionUID = 1;

  WrongResult(String kind, long seed, Long expected, Long found) {
    super(kind + ", seed " + seed + ": expected " + expected + ", found " + found);
  }

  WrongResult(String kind, long seed, Throwable cause) {
    super(kind + ", seed " + seed + ": " + cause, cause);
  }

  WrongResult(String message) {
    super(message);
  }
}
