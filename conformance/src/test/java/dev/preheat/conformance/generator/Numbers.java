// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.List;

/** Expressions of primitive types. */
final class Numbers {
  private final Choice choice;
  private final Expressions expressions;
  private final Comparisons comparisons;

  Numbers(Choice choice, Expressions expressions) {
    this.choice = choice;
    this.expressions = expressions;
    comparisons = new Comparisons(choice, expressions);
  }

  String anInt(Scope scope, int depth) {
    int next = depth - 1;
    String a = integral(scope, next);
    String b = integral(scope, next);
    return switch (choice.below(16)) {
      case 0, 1, 2 -> infix(a, choice.of("+", "-", "*", "&", "|", "^"), b);
      case 3 -> infix(a, choice.of("/", "%"), divisor(b));
      case 4 -> infix(a, choice.of("<<", ">>", ">>>"), b);
      case 5 -> infix(a, choice.of("<<", ">>", ">>>"), expressions.of(Type.LONG, scope, next));
      case 6 -> choice.of("(- (" + a + "))", "(~ (" + a + "))");
      case 7 -> cast("int", choice.of(Type.LONG, Type.FLOAT, Type.DOUBLE), scope, next);
      case 8 -> "(int) (" + infix(cast("long", Type.INT, scope, next), "*", b) + " >> 32)";
      case 9 ->
          "Math."
              + choice.of("max", "min", "floorMod", "floorDiv", "ceilDiv", "ceilMod")
              + "("
              + a
              + ", "
              + divisor(b)
              + ")";
      case 10 ->
          "Math."
              + (choice.oneIn(4)
                  ? choice.of("addExact", "multiplyExact", "subtractExact", "divideExact")
                  : choice.of("min", "max"))
              + "("
              + a
              + ", "
              + b
              + ")";
      case 11 ->
          "Integer."
              + choice.of(
                  "bitCount",
                  "reverse",
                  "numberOfLeadingZeros",
                  "numberOfTrailingZeros",
                  "signum",
                  "reverseBytes")
              + "("
              + a
              + ")";
      case 12 ->
          "Integer."
              + choice.of(
                  "rotateLeft", "compareUnsigned", "divideUnsigned", "remainderUnsigned", "compare")
              + "("
              + a
              + ", "
              + divisor(b)
              + ")";
      case 13 ->
          choice.oneIn(5)
              ? "Math." + choice.of("absExact(", "negateExact(", "incrementExact(") + a + ")"
              : "Math.abs(" + a + ")";
      case 14 ->
          choice.of("Float.floatToIntBits(", "Math.round(")
              + expressions.of(Type.FLOAT, scope, next)
              + ")";
      default -> "Double.compare(" + expressions.of(Type.DOUBLE, scope, next) + ", " + a + ")";
    };
  }

  String aLong(Scope scope, int depth) {
    int next = depth - 1;
    String a = expressions.of(Type.LONG, scope, next);
    String b = choice.oneIn(3) ? integral(scope, next) : expressions.of(Type.LONG, scope, next);
    return switch (choice.below(12)) {
      case 0, 1, 2 -> infix(a, choice.of("+", "-", "*", "&", "|", "^"), b);
      case 3 -> infix(a, choice.of("/", "%"), divisor(b));
      case 4, 5 -> infix(a, choice.of("<<", ">>", ">>>"), b);
      case 6 -> choice.of("(- (" + a + "))", "(~ (" + a + "))");
      case 7 -> cast("long", choice.of(Type.INT, Type.FLOAT, Type.DOUBLE), scope, next);
      case 8 ->
          "Math."
              + choice.of(
                  "max",
                  "min",
                  "multiplyHigh",
                  "unsignedMultiplyHigh",
                  "floorMod",
                  "floorDiv",
                  "ceilDiv",
                  "addExact",
                  "multiplyExact")
              + "("
              + a
              + ", "
              + divisor(b)
              + ")";
      case 9 ->
          "(long) Long."
              + choice.of("bitCount", "reverse", "numberOfLeadingZeros", "hashCode")
              + "("
              + a
              + ")";
      case 10 ->
          "Long."
              + choice.of(
                  "divideUnsigned",
                  "remainderUnsigned",
                  "compress",
                  "expand",
                  "compare",
                  "compareUnsigned")
              + "("
              + a
              + ", "
              + divisor(b)
              + ")";
      default -> "Double.doubleToLongBits(" + expressions.of(Type.DOUBLE, scope, next) + ")";
    };
  }

  /** Of type float or double. */
  String floating(Type type, Scope scope, int depth) {
    int next = depth - 1;
    String a = expressions.of(type, scope, next);
    String b = choice.oneIn(3) ? integral(scope, next) : expressions.of(type, scope, next);
    String cast = "(" + type.text() + ") ";
    return switch (choice.below(10)) {
      case 0, 1, 2, 3 -> infix(a, choice.of("+", "-", "*", "/", "%"), b);
      case 4 -> "(- (" + a + "))";
      case 5 ->
          cast(type.text(), choice.of(Type.DOUBLE, Type.LONG, Type.INT, Type.FLOAT), scope, next);
      case 6 ->
          cast
              + "Math."
              + choice.of("sqrt", "abs", "floor", "ceil", "rint", "cbrt", "ulp", "signum", "nextUp")
              + "("
              + a
              + ")";
      case 7 ->
          cast + "Math." + choice.of("sin", "cos", "tan", "exp", "log", "log10") + "(" + a + ")";
      case 8 ->
          cast
              + "Math."
              + choice.of("max", "min", "pow", "atan2", "hypot", "IEEEremainder", "nextAfter")
              + "((double) "
              + paren(a)
              + ", (double) "
              + paren(b)
              + ")";
      default -> cast + "Math.fma((double) " + paren(a) + ", (double) " + paren(b) + ", 0.5)";
    };
  }

  String aBoolean(Scope scope, int depth) {
    int next = depth - 1;
    String compare = choice.of("<", "<=", ">", ">=", "==", "!=");
    return switch (choice.below(15)) {
      case 12, 13 -> comparisons.wrapping(scope);
      case 14 -> comparisons.unsigned(scope, next);
      case 0, 1, 2 -> infix(integral(scope, next), compare, integral(scope, next));
      case 3 -> infix(expressions.of(Type.LONG, scope, next), compare, integral(scope, next));
      case 4 ->
          infix(
              expressions.of(Type.DOUBLE, scope, next),
              compare,
              expressions.of(Type.FLOAT, scope, next));
      case 5, 6 ->
          infix(
              expressions.of(Type.BOOLEAN, scope, next),
              choice.of("&&", "||", "&", "|", "^", "=="),
              expressions.of(Type.BOOLEAN, scope, next));
      case 7 -> "(! " + paren(expressions.of(Type.BOOLEAN, scope, next)) + ")";
      case 8 -> reference(scope, next);
      case 9 ->
          paren(expressions.of(Type.OBJECT, scope, next))
              + " instanceof "
              + choice.of(
                  "String",
                  "Integer",
                  "Base",
                  "Face",
                  "C1",
                  "C3",
                  "Dot",
                  "int[]",
                  "Object[]",
                  "Comparable");
      case 10 ->
          paren(expressions.of(Type.STRING, scope, next))
              + choice.of(".equals(", ".contains(", ".startsWith(")
              + paren(expressions.of(Type.STRING, scope, next))
              + ")";
      default -> paren(expressions.of(Type.STRING, scope, next)) + ".isEmpty()";
    };
  }

  private String reference(Scope scope, int depth) {
    Type type = choice.of(Type.BASE, Type.OBJECT, Type.COLOR, Type.INTS, Type.SHAPE);
    String a = "(Object) " + paren(expressions.of(type, scope, depth));
    String b = choice.oneIn(2) ? "null" : "(Object) " + paren(expressions.of(type, scope, depth));
    return infix(a, choice.of("==", "!="), b);
  }

  String narrow(Type type, Scope scope, int depth) {
    Type from = choice.of(Type.INT, Type.INT, Type.LONG, Type.DOUBLE, Type.CHAR, Type.BYTE);
    return cast(type.text(), from, scope, depth - 1);
  }

  /** Of type int or what widens to it. */
  String integral(Scope scope, int depth) {
    Type type = choice.oneIn(4) ? choice.of(Type.BYTE, Type.SHORT, Type.CHAR) : Type.INT;
    return expressions.of(type, scope, depth);
  }

  /** An index that is often within bounds. */
  String index(Scope scope, int depth) {
    String index = integral(scope, depth);
    return choice.oneIn(25) ? index : infix(paren(index), "&", "" + choice.of(List.of(1, 3, 7)));
  }

  private String divisor(String value) {
    return choice.oneIn(15) ? value : "(" + paren(value) + " | 1)";
  }

  private String cast(String to, Type from, Scope scope, int depth) {
    return "(" + to + ") (" + from.text() + ") " + paren(expressions.of(from, scope, depth));
  }

  static String infix(String left, String operator, String right) {
    return "(" + left + " " + operator + " " + right + ")";
  }

  static String paren(String value) {
    return "(" + value + ")";
  }
}
