// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import static dev.preheat.conformance.generator.Numbers.paren;

import java.util.List;

/** Statements. */
final class Statements {
  private static final int DEPTH = 3;

  private final Choice choice;
  private final Expressions expressions;
  private final Loops loops;
  private final Locks locks;

  Statements(Choice choice, Expressions expressions) {
    this.choice = choice;
    this.expressions = expressions;
    loops = new Loops(choice, expressions, this);
    locks = new Locks(choice, expressions, this);
  }

  /** A block without its braces. */
  String block(Scope scope, int depth, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count && !scope.isFull(); i++) {
      text.append(statement(scope, depth)).append('\n');
    }
    return text.toString();
  }

  private String inner(Scope scope, int depth) {
    return "{\ncounted("
        + choice.below(999)
        + ");\n"
        + block(scope, depth - 1, choice.between(1, 3))
        + "}\n";
  }

  /** The same, where most statements cannot end the block. */
  String guardedBlock(Scope scope, int depth, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count && !scope.isFull(); i++) {
      if (choice.oneIn(3)) {
        text.append(statement(scope, depth)).append('\n');
      } else {
        String error = scope.fresh("e");
        text.append("try {\n")
            .append(block(scope.inner(), depth, choice.between(1, 2)))
            .append("} catch (RuntimeException ")
            .append(error)
            .append(") {\nnote(")
            .append(error)
            .append(");\n}\n");
      }
    }
    return text.toString();
  }

  private String statement(Scope scope, int depth) {
    scope.spend(1);
    if (depth <= 0 || scope.isFull() || !scope.affords(50)) {
      return simple(scope);
    }
    return switch (choice.below(18)) {
      case 12 -> locks.of(scope, depth);
      case 13 -> cleanUp(scope, depth, choice.between(2, 3));
      case 0 ->
          "if (" + expressions.of(Type.BOOLEAN, scope, DEPTH) + ") " + inner(scope.inner(), depth);
      case 1 ->
          "if ("
              + expressions.of(Type.BOOLEAN, scope, DEPTH)
              + ") "
              + inner(scope.inner(), depth)
              + "else "
              + inner(scope.inner(), depth);
      case 2, 3, 4 -> loops.of(scope, depth);
      case 5, 6 -> attempt(scope, depth);
      case 7 -> "synchronized (" + lock(scope) + ") " + inner(scope.inner(), depth);
      case 8 -> fallThrough(scope, depth);
      case 9 ->
          expressions.switches().of(scope, 2, body -> inner(body, depth)).replace("}\n;", "}\n");
      case 10 -> resource(scope, depth);
      case 11 -> instance(scope, depth);
      default -> simple(scope);
    };
  }

  private String lock(Scope scope) {
    return choice.oneIn(4)
        ? paren(expressions.of(Type.BASE, scope, 1))
        : choice.of("LOCK", "LOCK2");
  }

  private String simple(Scope scope) {
    return switch (choice.below(14)) {
      case 0, 1, 2 -> declaration(scope);
      case 3, 4 -> assignment(scope);
      case 5 -> compound(scope);
      case 6, 7 -> store(scope);
      case 8 -> field(scope);
      case 9 -> call(scope);
      case 10 -> leave(scope);
      case 11 ->
          (choice.oneIn(3) ? "" : "if (yes(" + expressions.of(Type.BOOLEAN, scope, 1) + ")) ")
              + "System.arraycopy("
              + expressions.of(Type.INTS, scope, 1)
              + ", "
              + expressions.numbers().index(scope, 1)
              + ", "
              + expressions.of(Type.INTS, scope, 1)
              + ", "
              + expressions.numbers().index(scope, 1)
              + ", "
              + choice.below(6)
              + ");";
      default -> compound(scope);
    };
  }

  private String declaration(Scope scope) {
    Type type = choice.of(Type.ALL);
    String value = "(" + type.text() + ") " + paren(expressions.of(type, scope, DEPTH));
    boolean constant = choice.oneIn(2);
    String name = scope.fresh("v");
    scope.with(constant ? Variable.constant(name, type) : Variable.local(name, type));
    return (constant ? "final " : "")
        + type.text()
        + " "
        + name
        + " = "
        + value
        + ";\nseen("
        + name
        + ");";
  }

  private String assignment(Scope scope) {
    List<Variable> variables = scope.variables(variable -> !variable.isFinal());
    if (variables.isEmpty()) {
      return declaration(scope);
    }
    Variable variable = choice.of(variables);
    return variable.name()
        + " = ("
        + variable.type().text()
        + ") "
        + paren(expressions.of(variable.type(), scope, DEPTH))
        + ";\nseen("
        + variable.name()
        + ");";
  }

  private String compound(Scope scope) {
    List<Variable> variables =
        scope.variables(each -> !each.isFinal() && Type.NUMBERS.contains(each.type()));
    if (variables.isEmpty()) {
      return declaration(scope);
    }
    Variable variable = choice.of(variables);
    boolean integral = variable.type() != Type.FLOAT && variable.type() != Type.DOUBLE;
    String operator =
        integral && choice.oneIn(2)
            ? choice.of("&=", "|=", "^=", "<<=", ">>=", ">>>=")
            : choice.of("+=", "-=", "*=", "/=", "%=");
    String change =
        choice.oneIn(4)
            ? variable.name() + choice.of("++;", "--;")
            : variable.name()
                + " "
                + operator
                + " "
                + expressions.numbers().integral(scope, 2)
                + ";";
    return change + "\nseen(" + variable.name() + ");";
  }

  private String store(Scope scope) {
    Type type = choice.of(Type.ARRAYS);
    Type element = type.element();
    return "(("
        + type.text()
        + ") "
        + paren(expressions.of(type, scope, 1))
        + ")["
        + expressions.numbers().index(scope, 2)
        + "] = ("
        + element.text()
        + ") "
        + paren(expressions.of(element, scope, DEPTH))
        + ";";
  }

  private String field(Scope scope) {
    String object = paren(expressions.of(Type.BASE, scope, 2));
    return switch (choice.below(4)) {
      case 0 ->
          object
              + ".number "
              + choice.of("=", "+=", "^=")
              + " "
              + expressions.of(Type.INT, scope, 2)
              + ";";
      case 1 -> object + ".large = " + expressions.of(Type.LONG, scope, 2) + ";";
      case 2 -> object + ".fraction = " + expressions.of(Type.DOUBLE, scope, 2) + ";";
      default -> object + ".next = " + expressions.of(Type.BASE, scope, 2) + ";";
    };
  }

  private String call(Scope scope) {
    List<Signature> methods = scope.methods();
    return methods.isEmpty()
        ? "counted(" + expressions.of(Type.INT, scope, 2) + ");"
        : expressions.call(choice.of(methods), scope, 2) + ";";
  }

  private String leave(Scope scope) {
    String condition = "if (yes(" + expressions.of(Type.BOOLEAN, scope, 2) + ")) ";
    return switch (choice.below(3)) {
      case 0 -> condition + "{\n" + result(scope) + "\n}";
      case 1 ->
          condition
              + "{\nthrow new "
              + choice.of("Oops", "WorseOops", "IllegalStateException")
              + "("
              + expressions.of(Type.STRING, scope, 2)
              + ");\n}";
      default -> "counted(" + expressions.of(Type.INT, scope, 1) + ");";
    };
  }

  /** Returns from the method. */
  String result(Scope scope) {
    return "return ("
        + scope.result().text()
        + ") "
        + paren(expressions.of(scope.result(), scope, DEPTH))
        + ";";
  }

  private String attempt(Scope scope, int depth) {
    String error = scope.fresh("e");
    Scope handler = scope.inner();
    StringBuilder text = new StringBuilder("try ").append(inner(scope.inner(), depth));
    boolean caught = !choice.oneIn(4);
    if (caught) {
      text.append("catch (")
          .append(
              choice.of(
                  "ArithmeticException | ArrayIndexOutOfBoundsException",
                  "NullPointerException",
                  "ClassCastException",
                  "IllegalArgumentException",
                  "Oops",
                  "RuntimeException",
                  "RuntimeException"))
          .append(' ')
          .append(error)
          .append(") {\nnote(")
          .append(error)
          .append(");\n")
          .append(block(handler, depth - 1, choice.between(0, 2)))
          .append("}\n");
    }
    if (!caught || choice.oneIn(3)) {
      text.append("finally ").append(inner(scope.inner(), Math.min(depth, 2)));
    }
    return text.toString();
  }

  /** Blocks within each other that all have something to do in the end. */
  private String cleanUp(Scope scope, int depth, int levels) {
    String body =
        levels == 0
            ? block(scope.inner(), depth - 1, choice.between(1, 2))
            : block(scope.inner(), 0, 1)
                + cleanUp(scope, depth, levels - 1)
                + block(scope.inner(), 0, choice.below(2));
    return levels == 0 ? body : "try {\n" + body + "} finally {\n" + end(scope) + "}\n";
  }

  /** Most of these let a pending return or exception be. */
  private String end(Scope scope) {
    return "counted(" + choice.below(99) + ");\n" + block(scope.inner(), 0, choice.between(0, 2));
  }

  private String resource(Scope scope, int depth) {
    String name = scope.fresh("r");
    return "try (Resource "
        + name
        + " = new Resource("
        + expressions.of(Type.INT, scope, 2)
        + ")) {\nsInt += "
        + name
        + ".id;\n"
        + block(scope.inner(), depth - 1, choice.between(1, 2))
        + "}\n";
  }

  private String instance(Scope scope, int depth) {
    String name = scope.fresh("o");
    Scope then = scope.inner().with(Variable.constant(name, Type.BASE));
    return "if ("
        + paren(expressions.of(Type.OBJECT, scope, 2))
        + " instanceof "
        + choice.of("C0", "C1", "C2", "C3", "Base")
        + " "
        + name
        + ") "
        + inner(then, depth);
  }

  private String fallThrough(Scope scope, int depth) {
    StringBuilder text =
        new StringBuilder("switch (")
            .append(expressions.of(Type.INT, scope, 2))
            .append(" & 15) {\n");
    for (int label : expressions.switches().labels()) {
      text.append("case ").append(label).append(": ").append(inner(scope.inner(), depth - 1));
      if (choice.oneIn(2)) {
        text.append("break;\n");
      }
    }
    return text.append("default: ")
        .append(inner(scope.inner(), depth - 1))
        .append("}\n")
        .toString();
  }
}
