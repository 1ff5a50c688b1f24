// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** Kinds of install records. */
public enum RecordKind implements Numbered {
  /** A runtime stub, called by compiled code. */
  STUB(KindNumber.RECORD_STUB),
  /** A method of a class that its own loader, and only that, may have defined. */
  METHOD(KindNumber.RECORD_METHOD),
  /**
   * A method that is right for the classes of any loader which has defined them from the same
   * files: its names mean the same there.
   */
  PORTABLE_METHOD(KindNumber.RECORD_PORTABLE_METHOD);

  private final int number;

  RecordKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
