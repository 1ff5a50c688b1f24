// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.outcome;

/** The image as a whole does not fit this JVM, this program or this machine. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String expected;
  private final String found;
  private final String advice;

  /**
   * Creates a refusal.
   *
   * @param what the thing that was checked
   * @param expected its value in the image, or the value that is needed
   * @param found its value here
   * @param advice what the user can do about it
   */
  public Refusal(String what, String expected, String found, String advice) {
    super(null, null, false, false);
    this.what = what;
    this.expected = expected;
    this.found = found;
    this.advice = advice;
  }

  /** A file that is damaged. */
  public static Refusal damaged(String image, String expected, String found) {
    return new Refusal(image, expected, found, "build the image again (mvn package -Pnative)");
  }

  @Override
  public String getMessage() {
    return what + ": expected " + expected + ", found " + found + "; " + advice;
  }
}
