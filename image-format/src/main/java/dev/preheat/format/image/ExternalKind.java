package dev.preheat.format.image;

/** Kinds of external values. */
public enum ExternalKind {
  /** libjvm's base plus the offset. */
  ADDRESS,
  /**
   * The 8-byte word stored at libjvm's base plus the offset; 0 means that this JVM does not have
   * it.
   */
  VALUE,
  /** The entry of a stub of this image. */
  STUB
}
