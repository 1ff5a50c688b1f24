// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen;

/** A mistake in the site or in the command line, told in words its author can act on. */
public final class SiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong, and where
   * @param remedy what the author of the site can do about it
   */
  public SiteException(String problem, String remedy) {
    super(problem + System.lineSeparator() + "  " + remedy);
  }

  /**
   * @param problem what is wrong, and where
   * @param remedy what the author of the site can do about it
   * @param cause the exception that showed it
   */
  public SiteException(String problem, String remedy, Throwable cause) {
    super(problem + System.lineSeparator() + "  " + remedy, cause);
  }
}
