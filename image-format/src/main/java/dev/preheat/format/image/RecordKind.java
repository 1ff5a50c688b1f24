package dev.preheat.format.image;

/** Kinds of install records. */
public enum RecordKind {
  /** A runtime stub, called by compiled code. */
  STUB,
  /** A method. */
  METHOD
}
