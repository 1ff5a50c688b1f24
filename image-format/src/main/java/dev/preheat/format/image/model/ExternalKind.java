// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** Kinds of external values. */
public enum ExternalKind implements Numbered {
  /** libjvm's base plus the offset. */
  ADDRESS(KindNumber.EXTERNAL_ADDRESS),
  /**
   * The 8-byte word stored at libjvm's base plus the offset, where the VM keeps a number: any value
   * is one, 0, too.
   */
  NUMBER(KindNumber.EXTERNAL_NUMBER),
  /**
   * The 8-byte word stored at libjvm's base plus the offset, where the VM keeps the entry of a
   * routine; 0 means that this JVM does not have it.
   */
  ROUTINE(KindNumber.EXTERNAL_ROUTINE),
  /** The entry of a stub of this image. */
  STUB(KindNumber.EXTERNAL_STUB),
  /**
   * Where the appendix of an {@code invokedynamic} instruction, or of a call of a signature
   * polymorphic method, lies in the resolved references of its class: the offset in bytes from the
   * start of that array object. RECORD is the index of the method, OFFSET the bytecode index of the
   * instruction. The order of resolved references is not the same in every process
   * (src/hotspot/share/interpreter/rewriter.cpp follows the order of methods, which is that of
   * their names' addresses), so the loader reads the rewritten instruction's operand, the {@code
   * ResolvedIndyEntry} it names, and that entry's {@code _resolved_references_index}. The class
   * must be linked.
   */
  CALL_SITE(KindNumber.EXTERNAL_CALL_SITE),
  /**
   * The address of a 4-byte word that belongs to the record alone: how often its code may still be
   * entered, or go round its loops, until it tells the VM that it is hot.
   */
  COUNTDOWN(KindNumber.EXTERNAL_COUNTDOWN),
  /**
   * The 8-byte word stored at libjvm's base plus the offset, where the VM keeps the address of data
   * that code reads or writes; 0 means that this JVM does not have it.
   */
  DATA(KindNumber.EXTERNAL_DATA);

  private final int number;

  ExternalKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
