// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.advice;

/** Something that the user can put right; carries what to tell them. */
public final class UserError extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Suggestion suggestion;

  public UserError(Suggestion suggestion) {
    super(suggestion.text());
    this.suggestion = suggestion;
  }

  public UserError(Suggestion suggestion, Throwable cause) {
    super(suggestion.text(), cause);
    this.suggestion = suggestion;
  }

  /** What happened, why, and what to do. */
  public Suggestion suggestion() {
    return suggestion;
  }
}
