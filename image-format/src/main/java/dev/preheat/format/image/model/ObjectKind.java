package dev.preheat.format.image.model;

/** Kinds of object constants. */
public enum ObjectKind {
  /** An interned string; A and B are the text's offset and length. */
  STRING,
  /** The mirror of class A. */
  CLASS_MIRROR,
  /** The mirror of the primitive type whose descriptor character is A. */
  PRIMITIVE_MIRROR,
  /**
   * The array of resolved references of class A's constant pool ({@code
   * ConstantPoolCache::_resolved_references}).
   */
  RESOLVED_REFERENCES
}
