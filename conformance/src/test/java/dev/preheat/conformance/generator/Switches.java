// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import static dev.preheat.conformance.generator.Numbers.paren;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Switches on numbers, strings, enums and patterns. */
final class Switches {
  private final Choice choice;
  private final Expressions expressions;

  Switches(Choice choice, Expressions expressions) {
    this.choice = choice;
    this.expressions = expressions;
  }

  /** One that has a value. */
  String expression(Type type, Scope scope, int depth) {
    return "("
        + of(
            scope,
            depth - 1,
            body -> "(" + type.text() + ") " + paren(expressions.of(type, body, depth - 1)))
        + ")";
  }

  /**
   * A switch with arrows.
   *
   * @param body writes what follows an arrow, without the semicolon
   */
  String of(Scope scope, int depth, Function<Scope, String> body) {
    return switch (choice.below(4)) {
      case 0 -> numbers(scope, depth, body);
      case 1 -> strings(scope, depth, body);
      case 2 -> colors(scope, depth, body);
      default -> patterns(scope, depth, body);
    };
  }

  /** Labels for numbers: close to each other, or far apart. */
  Set<Integer> labels() {
    Set<Integer> labels = new TreeSet<>();
    boolean sparse = choice.oneIn(2);
    for (int i = choice.between(1, 8); i > 0; i--) {
      labels.add(
          sparse ? choice.of(choice.anyInt(), choice.between(-1_000, 1_000), i) : choice.below(9));
    }
    return labels;
  }

  private String numbers(Scope scope, int depth, Function<Scope, String> body) {
    String value = expressions.of(Type.INT, scope, depth);
    StringBuilder text = start(choice.oneIn(2) ? value : value + " & 7");
    for (int label : labels()) {
      add(text, "case " + label, body.apply(scope.inner()));
    }
    return end(text, body, scope);
  }

  private String strings(Scope scope, int depth, Function<Scope, String> body) {
    StringBuilder text = start(expressions.of(Type.STRING, scope, depth));
    add(text, "case \"Aa\", \"BB\"", body.apply(scope.inner()));
    for (String label : List.of("", "a", "text", "AaBB", "12", "b")) {
      if (choice.oneIn(2)) {
        add(text, "case \"" + label + "\"", body.apply(scope.inner()));
      }
    }
    return end(text, body, scope);
  }

  private String colors(Scope scope, int depth, Function<Scope, String> body) {
    StringBuilder text = start(expressions.of(Type.COLOR, scope, depth));
    for (String label : List.of("RED", "GREEN", "null")) {
      if (choice.oneIn(2)) {
        add(text, "case " + label, body.apply(scope.inner()));
      }
    }
    return end(text, body, scope);
  }

  private String patterns(Scope scope, int depth, Function<Scope, String> body) {
    StringBuilder text = start(expressions.of(Type.OBJECT, scope, depth));
    String i = scope.fresh("p");
    String s = scope.fresh("p");
    String b = scope.fresh("p");
    String x = scope.fresh("p");
    Variable number = Variable.constant(i, Type.INT);
    if (choice.oneIn(2)) {
      add(text, "case null", body.apply(scope.inner()));
    }
    guarded(text, "Integer " + i, scope.inner().with(Variable.constant(i, Type.BOX)), body);
    guarded(text, "String " + s, scope.inner().with(Variable.constant(s, Type.STRING)), body);
    guarded(text, "Dot(int " + i + ")", scope.inner().with(number), body);
    guarded(
        text,
        "Line(Dot(var " + i + "), Dot " + x + ")",
        scope.inner().with(number).with(Variable.constant(x, Type.SHAPE)),
        body);
    guarded(text, "C1 " + b, scope.inner().with(Variable.constant(b, Type.BASE)), body);
    guarded(text, "Base " + b, scope.inner().with(Variable.constant(b, Type.BASE)), body);
    guarded(text, "int[] " + x, scope.inner().with(Variable.constant(x, Type.INTS)), body);
    return end(text, body, scope);
  }

  private void guarded(
      StringBuilder text, String pattern, Scope scope, Function<Scope, String> body) {
    if (choice.oneIn(3)) {
      return;
    }
    if (choice.oneIn(2)) {
      String guard = expressions.of(Type.BOOLEAN, scope.lambda(), 1);
      // A guard that is a constant must be true.
      add(text, "case " + pattern + " when yes(" + guard + ")", body.apply(scope.inner()));
    }
    add(text, "case " + pattern, body.apply(scope.inner()));
  }

  private static StringBuilder start(String value) {
    return new StringBuilder("switch (").append(value).append(") {\n");
  }

  private static void add(StringBuilder text, String label, String body) {
    text.append(label).append(" -> ").append(body).append(";\n");
  }

  private static String end(StringBuilder text, Function<Scope, String> body, Scope scope) {
    add(text, "default", body.apply(scope.inner()));
    return text.append("}").toString();
  }
}
