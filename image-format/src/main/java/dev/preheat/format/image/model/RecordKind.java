package dev.preheat.format.image.model;

/** Kinds of install records. */
public enum RecordKind {
  /** A runtime stub, called by compiled code. */
  STUB,
  /** A method of a class that its own loader, and only that, may have defined. */
  METHOD,
  /**
   * A method that is right for the classes of any loader which has defined them from the same
   * files: its names mean the same there.
   */
  PORTABLE_METHOD
}
