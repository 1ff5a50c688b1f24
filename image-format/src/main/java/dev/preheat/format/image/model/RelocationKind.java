package dev.preheat.format.image.model;

/** What a relocation writes, and where. Every relocation writes 8 bytes. */
public enum RelocationKind {
  /** {@code Klass*} of a class, into the stream. */
  STREAM_KLASS,
  /** {@code Method*} of a method, into the stream. */
  STREAM_METHOD,
  /** Value of an external, into the stream. */
  STREAM_EXTERNAL,
  /** Value of an external, into the code. */
  CODE_EXTERNAL
}
