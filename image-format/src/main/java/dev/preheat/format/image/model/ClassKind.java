package dev.preheat.format.image.model;

/** Kinds of classes. */
public enum ClassKind {
  INSTANCE,
  OBJECT_ARRAY,
  PRIMITIVE_ARRAY
}
