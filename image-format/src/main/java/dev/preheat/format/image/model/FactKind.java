// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** How a fact is compared. */
public enum FactKind implements Numbered {
  /** The byte is equal. */
  EQUAL_1(KindNumber.FACT_EQUAL_1),
  /** The 4-byte word is equal. */
  EQUAL_4(KindNumber.FACT_EQUAL_4),
  /** The 8-byte word is equal. */
  EQUAL_8(KindNumber.FACT_EQUAL_8),
  /** The 8-byte word has all the bits of the expected one (features of the processor). */
  SUPERSET_8(KindNumber.FACT_SUPERSET_8),
  /** The byte is at least the expected one, as an unsigned number. */
  AT_LEAST_1(KindNumber.FACT_AT_LEAST_1),
  /** The 4-byte word is at least the expected one, as an unsigned number. */
  AT_LEAST_4(KindNumber.FACT_AT_LEAST_4),
  /** The 8-byte word is at least the expected one; neither is negative. */
  AT_LEAST_8(KindNumber.FACT_AT_LEAST_8),
  /**
   * The 8-byte word is the address of a routine that the VM has generated: neither 0 nor in libjvm.
   * The expected value is 0 and means nothing.
   */
  GENERATED_8(KindNumber.FACT_GENERATED_8);

  private final int number;

  FactKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
