// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import static dev.preheat.conformance.generator.Numbers.infix;
import static dev.preheat.conformance.generator.Numbers.paren;

import java.util.List;

/** Comparisons of numbers that say something about each other. */
final class Comparisons {
  private final Choice choice;
  private final Expressions expressions;

  Comparisons(Choice choice, Expressions expressions) {
    this.choice = choice;
    this.expressions = expressions;
  }

  /** A variable with what makes it wrap around, or two comparisons of the same variables. */
  String wrapping(Scope scope) {
    List<Variable> variables = scope.variables(each -> Type.NUMBERS.contains(each.type()));
    if (variables.isEmpty()) {
      return expressions.of(Type.BOOLEAN, scope, 0);
    }
    Variable one = choice.of(variables);
    Variable other = choice.of(variables);
    return choice.oneIn(2)
        ? infix(moved(one, scope), compare(), one.name())
        : infix(
            infix(one.name(), compare(), other.name()),
            choice.of("&&", "||", "^", "!="),
            infix(one.name(), compare(), choice.oneIn(3) ? literal() : other.name()));
  }

  private String moved(Variable variable, Scope scope) {
    String distance =
        choice.oneIn(3)
            ? literal()
            : "("
                + expressions.of(Type.BOOLEAN, scope, 0)
                + " ? "
                + literal()
                + " : "
                + literal()
                + ")";
    String moved = infix(variable.name(), choice.of("+", "+", "-", "*"), distance);
    return choice.oneIn(3) ? "((" + variable.type().text() + ") " + moved + ")" : moved;
  }

  /** Odd, so that it is never 0. */
  private String literal() {
    int value = choice.of(1, choice.between(-99, 99), choice.anyInt(), Integer.MAX_VALUE) | 1;
    return "(" + value + ")";
  }

  /** Integers as if they had no sign. */
  String unsigned(Scope scope, int depth) {
    Type type = choice.of(Type.INT, Type.LONG);
    String compared =
        (type == Type.INT ? "Integer" : "Long")
            + ".compareUnsigned("
            + paren(expressions.of(type, scope, depth))
            + ", "
            + paren(expressions.of(type, scope, depth))
            + ")";
    return infix(compared, compare(), choice.of("0", "0", "1", "-1"));
  }

  private String compare() {
    return choice.of("<", "<=", ">", ">=", "==", "!=");
  }
}
