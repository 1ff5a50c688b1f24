// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** Kinds of object constants. */
public enum ObjectKind implements Numbered {
  /** An interned string; FIRST and SECOND are the text's offset and length. */
  STRING(KindNumber.OBJECT_STRING),
  /** The mirror of class FIRST. */
  CLASS_MIRROR(KindNumber.OBJECT_CLASS_MIRROR),
  /** The mirror of the primitive type whose descriptor character is FIRST. */
  PRIMITIVE_MIRROR(KindNumber.OBJECT_PRIMITIVE_MIRROR),
  /**
   * The array of resolved references of class FIRST's constant pool ({@code
   * ConstantPoolCache::_resolved_references}).
   */
  RESOLVED_REFERENCES(KindNumber.OBJECT_RESOLVED_REFERENCES);

  private final int number;

  ObjectKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
