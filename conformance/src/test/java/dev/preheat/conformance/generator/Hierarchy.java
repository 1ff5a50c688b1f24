// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.ArrayList;
import java.util.List;

/** Classes that extend each other and override each other's methods. */
final class Hierarchy {
  /** Some are loaded late only: those whose names say so. */
  private static final List<String> CLASSES = List.of("C0", "C1", "C2", "C3", "Late0", "Late1");

  private static final int DEPTH = 4;

  private final Choice choice;
  private final Expressions expressions;
  private final Statements statements;
  private final List<Variable> fields;
  private final List<Signature> methods = new ArrayList<>();

  Hierarchy(Choice choice, Expressions expressions, Statements statements, List<Variable> statics) {
    this.choice = choice;
    this.expressions = expressions;
    this.statements = statements;
    fields = new ArrayList<>(statics);
    fields.add(Variable.field("number", Type.INT));
    fields.add(Variable.field("large", Type.LONG));
    fields.add(Variable.field("fraction", Type.DOUBLE));
    fields.add(Variable.field("next", Type.BASE));
  }

  /** What can be called on objects of the classes, as far as they are written. */
  List<Signature> methods() {
    return methods;
  }

  /** The classes. */
  String text() {
    List<Signature> own =
        List.of(
            new Signature("v0", Type.BASE, List.of(Type.INT, Type.LONG), Type.INT, 0),
            new Signature("v1", Type.BASE, List.of(Type.STRING, Type.DOUBLE), Type.STRING, 0),
            new Signature("v2", Type.BASE, List.of(Type.OBJECT), Type.LONG, 0),
            new Signature(
                "v3", Type.BASE, List.of(Type.FLOAT, Type.BYTE, Type.INTS), Type.DOUBLE, 0),
            new Signature("v4", Type.BASE, List.of(Type.BASE, Type.CHAR), Type.BASE, 0));
    StringBuilder text = new StringBuilder(BASE);
    long[] costs = new long[own.size()];
    for (int i = 0; i < costs.length; i++) {
      text.append(method(own.get(i), costs, i, false));
    }
    text.append("}\n");
    for (String name : CLASSES) {
      text.append(header(name));
      for (int i = 0; i < costs.length; i++) {
        if (choice.oneIn(3)) {
          text.append(method(own.get(i), costs, i, true));
        }
      }
      text.append("}\n");
    }
    for (int i = 0; i < costs.length; i++) {
      methods.add(own.get(i).withCost(2 * costs[i]));
    }
    methods.add(new Signature("face", Type.FACE, List.of(Type.INT), Type.INT, 10));
    methods.add(new Signature("twice", Type.FACE, List.of(Type.INT), Type.LONG, 20));
    return text.toString();
  }

  private String header(String name) {
    String parent =
        switch (name) {
          case "C0", "C1" -> "Base";
          case "C2", "C3" -> "C1";
          default -> choice.of("Base", "C0", "C1");
        };
    boolean isFace = name.equals("C1") || choice.oneIn(3);
    String number = isFace ? choice.of("number * x", "x + number++", "x / number") : "";
    return (name.equals("C3") ? "static final class " : "static class ")
        + name
        + " extends "
        + parent
        + (isFace ? " implements Face" : "")
        + " {\n"
        + name
        + "(int x) {\nsuper(x + "
        + choice.below(5)
        + ");\n}\n"
        + (isFace ? "@Override\npublic int face(int x) {\nreturn " + number + ";\n}\n" : "");
  }

  private String method(Signature signature, long[] costs, int index, boolean overrides) {
    Scope.Method method = new Scope.Method(signature.result());
    List<Variable> variables = new ArrayList<>(fields);
    List<String> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Type type : signature.parameters()) {
      String name = "a" + names.size();
      variables.add(Variable.constant(name, type));
      parameters.add("final " + type.text() + " " + name);
      names.add(name);
    }
    Scope scope = Scope.of(method, variables, List.of());
    StringBuilder text = new StringBuilder(overrides ? "@Override\n" : "");
    text.append(choice.oneIn(5) ? "synchronized " : "")
        .append(signature.result().text())
        .append(' ')
        .append(signature.name())
        .append('(')
        .append(String.join(", ", parameters))
        .append(") {\n");
    if (overrides && choice.oneIn(2)) {
      Variable result = Variable.constant("s", signature.result());
      text.append("final ")
          .append(signature.result().text())
          .append(" s = super.")
          .append(signature.name())
          .append('(')
          .append(String.join(", ", names))
          .append(");\n");
      scope.with(result);
    }
    text.append(statements.block(scope, choice.below(2), choice.between(0, 2)));
    text.append("return (")
        .append(signature.result().text())
        .append(") (")
        .append(expressions.of(signature.result(), scope, DEPTH))
        .append(");\n}\n");
    costs[index] = Math.max(costs[index], method.steps());
    return text.toString();
  }

  private static final String BASE =
      """
      abstract static class Base {
      int number;
      long large;
      double fraction = 0.5;
      Base next;
      Base(int number) {
      this.number = number;
      large = number * 3L;
      }
      Base next() {
      return next == null ? this : next;
      }
      @Override
      public String toString() {
      return getClass().getSimpleName() + " " + number + " " + large + " " + fraction
      + (next == null ? "" : " " + next.number);
      }
      """;
}
