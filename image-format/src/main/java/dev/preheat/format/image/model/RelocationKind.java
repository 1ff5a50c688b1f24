// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** What a relocation writes, and where. Every relocation writes 8 bytes. */
public enum RelocationKind implements Numbered {
  /** {@code Klass*} of a class, into the stream. */
  STREAM_KLASS(KindNumber.RELOCATE_STREAM_KLASS),
  /** {@code Method*} of a method, into the stream. */
  STREAM_METHOD(KindNumber.RELOCATE_STREAM_METHOD),
  /** Value of an external, into the stream. */
  STREAM_EXTERNAL(KindNumber.RELOCATE_STREAM_EXTERNAL),
  /** Value of an external, into the code. */
  CODE_EXTERNAL(KindNumber.RELOCATE_CODE_EXTERNAL);

  private final int number;

  RelocationKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
