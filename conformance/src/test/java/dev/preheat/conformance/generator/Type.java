// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.List;

/** Types of the values in generated programs. */
enum Type {
  BOOLEAN("boolean"),
  BYTE("byte"),
  SHORT("short"),
  CHAR("char"),
  INT("int"),
  LONG("long"),
  FLOAT("float"),
  DOUBLE("double"),
  STRING("String"),
  BOX("Integer"),
  INTS("int[]"),
  LONGS("long[]"),
  BYTES("byte[]"),
  SHORTS("short[]"),
  CHARS("char[]"),
  FLOATS("float[]"),
  DOUBLES("double[]"),
  STRINGS("String[]"),
  OBJECTS("Object[]"),
  OBJECT("Object"),
  BASE("Base"),
  FACE("Face"),
  COLOR("Color"),
  SHAPE("Shape");

  static final List<Type> ALL = List.of(values());

  /** Those whose values look the same in every run when they are printed. */
  static final List<Type> PRINTABLE =
      List.of(
          BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE, STRING, BOX, BASE, COLOR, SHAPE);

  /** Those that {@code ++} and the assigning operators take. */
  static final List<Type> NUMBERS = List.of(BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE);

  static final List<Type> ARRAYS =
      List.of(INTS, LONGS, BYTES, SHORTS, CHARS, FLOATS, DOUBLES, STRINGS, OBJECTS);

  private final String text;

  Type(String text) {
    this.text = text;
  }

  /** In a source file. */
  String text() {
    return text;
  }

  boolean isReference() {
    return this != BOOLEAN && !NUMBERS.contains(this);
  }

  /** Of the elements of an array. */
  Type element() {
    return switch (this) {
      case INTS -> INT;
      case LONGS -> LONG;
      case BYTES -> BYTE;
      case SHORTS -> SHORT;
      case CHARS -> CHAR;
      case FLOATS -> FLOAT;
      case DOUBLES -> DOUBLE;
      case STRINGS -> STRING;
      case OBJECTS -> OBJECT;
      case BOOLEAN,
          BYTE,
          SHORT,
          CHAR,
          INT,
          LONG,
          FLOAT,
          DOUBLE,
          STRING,
          BOX,
          OBJECT,
          BASE,
          FACE,
          COLOR,
          SHAPE ->
          throw new IllegalArgumentException(this + " has no elements");
    };
  }
}
