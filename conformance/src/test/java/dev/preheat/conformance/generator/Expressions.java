// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import static dev.preheat.conformance.generator.Numbers.paren;

import java.util.List;

/** Expressions of every type. */
final class Expressions {
  private final Choice choice;
  private final Literals literals;
  private final Numbers numbers;
  private final References references;
  private final Switches switches;

  Expressions(Choice choice) {
    this.choice = choice;
    literals = new Literals(choice);
    numbers = new Numbers(choice, this);
    references = new References(choice, this);
    switches = new Switches(choice, this);
  }

  Numbers numbers() {
    return numbers;
  }

  Switches switches() {
    return switches;
  }

  /**
   * An expression, which can stand as an argument.
   *
   * @param depth how many levels of others it may have
   */
  String of(Type type, Scope scope, int depth) {
    scope.spend(1);
    scope.add();
    List<Variable> variables = scope.of(type);
    if (depth <= 0 || scope.isFull() || !scope.affords(10)) {
      return variables.isEmpty() || choice.oneIn(4)
          ? literals.of(type)
          : choice.of(variables).name();
    }
    return switch (choice.below(12)) {
      case 0, 1, 2 -> variables.isEmpty() ? literals.of(type) : choice.of(variables).name();
      case 3 -> literals.of(type);
      case 4 -> call(type, scope, depth);
      case 5 -> shared(type, scope, depth);
      default -> special(type, scope, depth);
    };
  }

  /** What there is of every type. */
  private String shared(Type type, Scope scope, int depth) {
    return switch (choice.below(5)) {
      case 0, 1 ->
          "("
              + of(Type.BOOLEAN, scope, depth - 1)
              + " ? "
              + of(type, scope, depth - 1)
              + " : "
              + of(type, scope, depth - 1)
              + ")";
      case 2 -> switches.expression(type, scope, depth);
      case 3 -> lambda(type, scope, depth);
      default -> "((" + type.text() + ") " + cast(type) + paren(of(type, scope, depth - 1)) + ")";
    };
  }

  /** To a type by way of its boxes. */
  private static String cast(Type type) {
    return "(" + boxed(type) + ") (Object) (" + type.text() + ") ";
  }

  private static String boxed(Type type) {
    return switch (type) {
      case BOOLEAN -> "Boolean";
      case BYTE -> "Byte";
      case SHORT -> "Short";
      case CHAR -> "Character";
      case INT, BOX -> "Integer";
      case LONG -> "Long";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      case STRING,
          INTS,
          LONGS,
          BYTES,
          SHORTS,
          CHARS,
          FLOATS,
          DOUBLES,
          STRINGS,
          OBJECTS,
          OBJECT,
          BASE,
          FACE,
          COLOR,
          SHAPE ->
          type.text();
    };
  }

  private String lambda(Type type, Scope scope, int depth) {
    Scope body = scope.lambda();
    String name = body.fresh("x");
    body.with(Variable.constant(name, Type.INT));
    return "(("
        + type.text()
        + ") call((Body<"
        + boxed(type)
        + ">) ("
        + name
        + " -> "
        + cast(type)
        + paren(of(type, body, depth - 1))
        + "), "
        + of(Type.INT, scope, depth - 1)
        + "))";
  }

  private String call(Type type, Scope scope, int depth) {
    List<Signature> methods = scope.methods(type);
    return methods.isEmpty() ? special(type, scope, depth) : call(choice.of(methods), scope, depth);
  }

  /** A call of a method. */
  String call(Signature method, Scope scope, int depth) {
    scope.spend(method.cost());
    String arguments =
        String.join(
            ", ", method.parameters().stream().map(each -> argument(each, scope, depth)).toList());
    String receiver =
        method.receiver() == null ? "" : paren(of(method.receiver(), scope, depth - 1)) + ".";
    return receiver + method.name() + "(" + arguments + ")";
  }

  private String argument(Type type, Scope scope, int depth) {
    return "(" + type.text() + ") " + paren(of(type, scope, Math.min(depth - 1, 1)));
  }

  private String special(Type type, Scope scope, int depth) {
    return switch (type) {
      case BOOLEAN -> numbers.aBoolean(scope, depth);
      case BYTE, SHORT, CHAR ->
          choice.oneIn(3) ? fromObject(type, scope, depth) : numbers.narrow(type, scope, depth);
      case INT -> choice.oneIn(3) ? fromObject(type, scope, depth) : numbers.anInt(scope, depth);
      case LONG, DOUBLE ->
          choice.oneIn(4) ? fromObject(type, scope, depth) : numbers(type, scope, depth);
      case FLOAT ->
          choice.oneIn(6) ? fromObject(type, scope, depth) : numbers.floating(type, scope, depth);
      case STRING,
          BOX,
          INTS,
          LONGS,
          BYTES,
          SHORTS,
          CHARS,
          FLOATS,
          DOUBLES,
          STRINGS,
          OBJECTS,
          OBJECT,
          BASE,
          FACE,
          COLOR,
          SHAPE ->
          references.of(type, scope, depth);
    };
  }

  private String numbers(Type type, Scope scope, int depth) {
    return type == Type.LONG ? numbers.aLong(scope, depth) : numbers.floating(type, scope, depth);
  }

  /** Read from an array, a field, a string. */
  private String fromObject(Type type, Scope scope, int depth) {
    String index = numbers.index(scope, depth - 1);
    return switch (type) {
      case BYTE -> paren(of(Type.BYTES, scope, depth - 1)) + "[" + index + "]";
      case FLOAT -> paren(of(Type.FLOATS, scope, depth - 1)) + "[" + index + "]";
      case CHAR ->
          choice.oneIn(3)
              ? paren(of(Type.CHARS, scope, depth - 1)) + "[" + index + "]"
              : choice.oneIn(6)
                  ? paren(of(Type.STRING, scope, depth - 1)) + ".charAt(" + index + ")"
                  : "at(" + of(Type.STRING, scope, depth - 1) + ", " + index + ")";
      case LONG ->
          choice.oneIn(2)
              ? paren(of(Type.LONGS, scope, depth - 1)) + "[" + index + "]"
              : paren(of(Type.BASE, scope, depth - 1)) + ".large";
      case DOUBLE ->
          choice.oneIn(2)
              ? paren(of(Type.DOUBLES, scope, depth - 1)) + "[" + index + "]"
              : paren(of(Type.BASE, scope, depth - 1)) + ".fraction";
      case SHORT ->
          choice.oneIn(2)
              ? paren(of(Type.SHORTS, scope, depth - 1)) + "[" + index + "]"
              : intFromObject(scope, depth, "(short) ");
      default -> intFromObject(scope, depth, "");
    };
  }

  private String intFromObject(Scope scope, int depth, String cast) {
    int next = depth - 1;
    return cast
        + switch (choice.below(9)) {
          case 0, 1 -> paren(of(Type.INTS, scope, next)) + "[" + numbers.index(scope, next) + "]";
          case 2 -> paren(of(choice.of(Type.ARRAYS), scope, next)) + ".length";
          case 3 -> paren(of(Type.BASE, scope, next)) + ".number";
          case 4 -> paren(of(Type.STRING, scope, next)) + choice.of(".length()", ".hashCode()");
          case 5 ->
              paren(of(Type.STRING, scope, next))
                  + ".indexOf("
                  + of(Type.STRING, scope, next)
                  + ")";
          case 6 -> "(int) " + paren(of(Type.BOX, scope, next));
          case 7 -> paren(of(Type.COLOR, scope, next)) + choice.of(".ordinal()", ".weight(3)");
          default -> assigned(scope, next);
        };
  }

  /** With a side effect. */
  private String assigned(Scope scope, int depth) {
    List<Variable> variables = scope.assignable(Type.INT);
    if (variables.isEmpty()) {
      return "counted(" + of(Type.INT, scope, depth) + ")";
    }
    String name = choice.of(variables).name();
    return switch (choice.below(4)) {
      case 0 -> name + "++";
      case 1 -> "--" + name;
      case 2 -> "(" + name + " = " + of(Type.INT, scope, depth) + ")";
      default ->
          "(" + name + " " + choice.of("+=", "^=", "*=") + " " + of(Type.INT, scope, depth) + ")";
    };
  }
}
