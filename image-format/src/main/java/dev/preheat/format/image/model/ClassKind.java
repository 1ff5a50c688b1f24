// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** Kinds of classes. */
public enum ClassKind implements Numbered {
  INSTANCE(KindNumber.CLASS_INSTANCE),
  OBJECT_ARRAY(KindNumber.CLASS_OBJECT_ARRAY),
  PRIMITIVE_ARRAY(KindNumber.CLASS_PRIMITIVE_ARRAY);

  private final int number;

  ClassKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
