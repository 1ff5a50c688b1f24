package dev.preheat.compiler;

/** A method cannot be expressed in an image. Expected; not a bug. */
public final class LeftOutException extends Exception {

  private static final long serialVersionUID = 1L;

  private final LeftOut reason;

  /** With what in particular was in the way. */
  public LeftOutException(LeftOut reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** The reason. */
  public LeftOut reason() {
    return reason;
  }
}
