// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import static dev.preheat.conformance.generator.Numbers.paren;

import java.util.ArrayList;
import java.util.List;

/** Expressions of reference types. */
final class References {
  private final Choice choice;
  private final Expressions expressions;

  References(Choice choice, Expressions expressions) {
    this.choice = choice;
    this.expressions = expressions;
  }

  String of(Type type, Scope scope, int depth) {
    int next = depth - 1;
    return switch (type) {
      case STRING -> string(scope, next);
      case BOX -> "Integer.valueOf(" + expressions.of(Type.INT, scope, next) + ")";
      case INTS, LONGS, BYTES, SHORTS, CHARS, FLOATS, DOUBLES, STRINGS -> array(type, scope, next);
      case OBJECTS -> objects(scope, next);
      case OBJECT -> object(scope, next);
      case BASE -> base(scope, next);
      case FACE -> face(scope, next);
      case COLOR -> color(scope, next);
      case SHAPE -> shape(scope, next);
      case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE ->
          throw new IllegalArgumentException(type + " is no reference type");
    };
  }

  private String string(Scope scope, int depth) {
    String text = paren(expressions.of(Type.STRING, scope, depth));
    return switch (choice.below(10)) {
      case 0, 1, 2, 3 -> concatenation(scope, depth);
      case 4 ->
          choice.oneIn(5)
              ? text + ".substring(" + expressions.numbers().index(scope, depth) + ")"
              : "tail(" + text + ", " + expressions.of(Type.INT, scope, depth) + ")";
      case 5 -> text + choice.of(".trim()", ".replace('a', 'b')", ".intern()");
      case 6 ->
          "String.valueOf("
              + typed(choice.of(Type.INT, Type.CHAR, Type.LONG, Type.DOUBLE), scope, depth)
              + ")";
      case 7 ->
          paren(expressions.of(choice.of(Type.SHAPE, Type.COLOR, Type.BASE), scope, depth))
              + ".toString()";
      case 8 ->
          paren(expressions.of(Type.STRINGS, scope, depth))
              + "["
              + expressions.numbers().index(scope, depth)
              + "]";
      default ->
          "cut(new StringBuilder().append("
              + text
              + ").append("
              + typed(Type.INT, scope, depth)
              + ").reverse().toString())";
    };
  }

  /** For an argument where overloading would choose by what the expression happens to be. */
  private String typed(Type type, Scope scope, int depth) {
    return "(" + type.text() + ") " + paren(expressions.of(type, scope, depth));
  }

  private String concatenation(Scope scope, int depth) {
    List<String> parts = new ArrayList<>(List.of("\"\""));
    for (int i = choice.between(1, 4); i > 0; i--) {
      parts.add(
          choice.oneIn(3)
              ? "\"" + choice.of("-", ", ", "\\u00e9", "\\u4e2d") + "\""
              : paren(expressions.of(choice.of(Type.PRINTABLE), scope, depth)));
    }
    return "cut(" + String.join(" + ", parts) + ")";
  }

  private String array(Type type, Scope scope, int depth) {
    String element = type.element().text();
    return switch (choice.below(4)) {
      case 0 -> "new " + element + "[" + expressions.of(Type.INT, scope, depth) + " & 31 | 16]";
      case 1 ->
          "new "
              + element
              + "["
              + expressions.of(Type.INT, scope, depth)
              + (choice.oneIn(6) ? " % 20]" : " & 15 | 8]");
      case 2 -> elements(element, type.element(), scope, depth);
      default -> paren(expressions.of(type, scope, depth)) + ".clone()";
    };
  }

  private String elements(String text, Type element, Scope scope, int depth) {
    List<String> values = new ArrayList<>();
    for (int i = choice.oneIn(6) ? 3 : 8; i > 0; i--) {
      values.add("(" + element.text() + ") " + paren(expressions.of(element, scope, depth)));
    }
    return "new " + text + "[] {" + String.join(", ", values) + "}";
  }

  private String objects(Scope scope, int depth) {
    return switch (choice.below(12)) {
      case 0, 5, 6, 7, 8, 9, 10, 11 -> elements("Object", Type.OBJECT, scope, depth);
      case 1 -> elements("Base", Type.BASE, scope, depth);
      case 2 -> elements("Integer", Type.BOX, scope, depth);
      case 3 -> paren(expressions.of(Type.STRINGS, scope, depth));
      default -> "new C1[" + choice.below(4) + "]";
    };
  }

  private String object(Scope scope, int depth) {
    return choice.oneIn(4)
        ? "(Object) "
            + paren(expressions.of(Type.OBJECTS, scope, depth))
            + "["
            + expressions.numbers().index(scope, depth)
            + "]"
        : "(Object) "
            + paren(
                expressions.of(
                    choice.of(
                        Type.STRING,
                        Type.BOX,
                        Type.BASE,
                        Type.SHAPE,
                        Type.INTS,
                        Type.COLOR,
                        Type.DOUBLE,
                        Type.OBJECTS),
                    scope,
                    depth));
  }

  private String base(Scope scope, int depth) {
    return switch (choice.below(6)) {
      case 0, 1 -> "make(" + expressions.of(Type.INT, scope, depth) + ")";
      case 2 ->
          "(Base) new "
              + choice.of("C0", "C1", "C2", "C3")
              + "("
              + expressions.of(Type.INT, scope, depth)
              + ")";
      case 3 ->
          paren(expressions.of(Type.BASE, scope, depth)) + (choice.oneIn(8) ? ".next" : ".next()");
      case 4 ->
          choice.oneIn(4)
              ? "(("
                  + choice.of("C0", "C1", "C2", "C3", "Base")
                  + ") "
                  + paren(expressions.of(Type.OBJECT, scope, depth))
                  + ")"
              : "asBase(" + expressions.of(Type.OBJECT, scope, depth) + ")";
      default -> "sBase";
    };
  }

  private String face(Scope scope, int depth) {
    if (choice.oneIn(2)) {
      String base = expressions.of(Type.BASE, scope, depth);
      return choice.oneIn(6) ? "((Face) (Object) " + paren(base) + ")" : "asFace(" + base + ")";
    }
    Scope body = scope.lambda();
    String name = body.fresh("y");
    body.with(Variable.constant(name, Type.INT));
    return "((Face) (" + name + " -> " + expressions.of(Type.INT, body, depth) + "))";
  }

  private String color(Scope scope, int depth) {
    return switch (choice.below(12)) {
      case 0, 3, 4, 5, 6, 7 ->
          "Color.values()[1 & " + expressions.numbers().index(scope, depth) + "]";
      case 1 -> "Color.valueOf(" + expressions.of(Type.STRING, scope, depth) + ")";
      default ->
          "(yes(" + expressions.of(Type.BOOLEAN, scope, depth) + ") ? Color.BLUE : Color.RED)";
    };
  }

  private String shape(Scope scope, int depth) {
    return switch (choice.below(10)) {
      case 0, 4, 5, 6, 7, 8, 9 -> "new Dot(" + expressions.of(Type.INT, scope, depth) + ")";
      case 1 -> "new Line(new Dot(" + expressions.of(Type.INT, scope, depth) + "), new Dot(5))";
      case 2 ->
          "new Box("
              + expressions.of(Type.LONG, scope, depth)
              + ", "
              + expressions.of(Type.STRING, scope, depth)
              + ")";
      default -> "((Shape) " + paren(expressions.of(Type.OBJECT, scope, depth)) + ")";
    };
  }
}
