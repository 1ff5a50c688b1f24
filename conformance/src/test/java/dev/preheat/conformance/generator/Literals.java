// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

/** Constants, those at the edges more often than others. */
final class Literals {
  private final Choice choice;

  Literals(Choice choice) {
    this.choice = choice;
  }

  String of(Type type) {
    if (type.isReference() && choice.oneIn(25)) {
      return "(" + type.text() + ") null";
    }
    return switch (type) {
      case BOOLEAN -> choice.of("true", "false");
      case BYTE ->
          "(byte) " + choice.of("0", "1", "-1", "127", "-128", "" + choice.between(-128, 127));
      case SHORT ->
          "(short) " + choice.of("0", "1", "-1", "32767", "-32768", "" + choice.below(9_999));
      case CHAR ->
          choice.of("'a'", "'Z'", "'0'", "(char) 0", "'\\uffff'", "'\\u00e4'", "'\\u20ac'");
      case INT -> anInt();
      case LONG -> aLong();
      case FLOAT -> aFloat();
      case DOUBLE -> aDouble();
      case STRING ->
          choice.of(
              "\"\"",
              "\"a\"",
              "\"Aa\"",
              "\"BB\"",
              "\"text\"",
              "\"\\u20ac uro\"",
              "\" x \"",
              "\"12\"");
      case BOX -> choice.of("Integer.valueOf(3)", "Integer.valueOf(127)", "Integer.valueOf(-129)");
      case INTS, LONGS, BYTES, SHORTS, CHARS, FLOATS, DOUBLES, STRINGS, OBJECTS ->
          "new " + type.element().text() + "[" + (choice.oneIn(10) ? choice.below(8) : 16) + "]";
      case OBJECT ->
          choice.of(
              "(Object) make(1)",
              "(Object) new Dot(3)",
              "(Object) \"o\"",
              "(Object) 5",
              "(Object) 2.5");
      case BASE -> choice.of("make(0)", "make(1)", "make(2)", "make(3)");
      case FACE -> choice.of("((Face) new C1(5))", "((Face) make(1))", "((Face) (x -> x + 3))");
      case COLOR -> choice.of("Color.RED", "Color.GREEN", "Color.BLUE");
      case SHAPE ->
          choice.of(
              "new Dot(1)", "new Line(new Dot(2), null)", "new Box(3L, \"b\")", "new Dot(77)");
    };
  }

  private String anInt() {
    return choice.of(
        "0",
        "1",
        "2",
        "-1",
        "7",
        "31",
        "32",
        "33",
        "63",
        "100",
        "255",
        "65536",
        "Integer.MAX_VALUE",
        "Integer.MIN_VALUE",
        "Integer.MAX_VALUE - " + choice.below(9),
        "Integer.MIN_VALUE + " + choice.below(9),
        "" + choice.between(-50, 50),
        "" + choice.anyInt());
  }

  private String aLong() {
    return choice.of(
        "0L",
        "1L",
        "-1L",
        "5L",
        "31L",
        "64L",
        "0xffffffffL",
        "1L << 32",
        "Long.MAX_VALUE",
        "Long.MIN_VALUE",
        "Long.MAX_VALUE - " + choice.below(9),
        "Long.MIN_VALUE + " + choice.below(9),
        choice.between(-99, 99) + "L",
        choice.anyLong() + "L");
  }

  private String aFloat() {
    return choice.of(
        "0f",
        "-0f",
        "1f",
        "0.5f",
        "-1.25f",
        "1e10f",
        "Float.NaN",
        "Float.POSITIVE_INFINITY",
        "Float.MIN_VALUE",
        "Float.MAX_VALUE",
        (float) choice.anyDouble() + "f");
  }

  private String aDouble() {
    return choice.of(
        "0.0",
        "-0.0",
        "1.0",
        "0.1",
        "-2.5",
        "1e18",
        "-1e300",
        "Double.NaN",
        "Double.NEGATIVE_INFINITY",
        "Double.MIN_VALUE",
        "Double.MAX_VALUE",
        choice.anyDouble() + "");
  }
}
