// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.outcome;

/** A method cannot be expressed in an image. Expected; not a bug. */
public final class OmissionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final OmissionReason reason;

  /** With what in particular was in the way. */
  public OmissionException(OmissionReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** The reason. */
  public OmissionReason reason() {
    return reason;
  }
}
