// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

/** Locks on an object of one's own, taken again inside, which may escape on the way. */
final class Locks {
  private static final int LEVELS = 3;

  private final Choice choice;
  private final Expressions expressions;
  private final Statements statements;

  Locks(Choice choice, Expressions expressions, Statements statements) {
    this.choice = choice;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Up to three, of one object or of two. */
  String of(Scope scope, int depth) {
    String one = scope.fresh("k");
    String two = scope.fresh("k");
    return "final Base "
        + one
        + " = new C0("
        + choice.below(9)
        + ");\nfinal Base "
        + two
        + " = "
        + (choice.oneIn(3) ? "new C2(1)" : one)
        + ";\n"
        + locked(scope, depth, one, two, choice.between(1, LEVELS))
        + "counted(Thread.holdsLock("
        + one
        + ") || Thread.holdsLock("
        + two
        + ") ? 1 : 0);\n";
  }

  private String locked(Scope scope, int depth, String one, String two, int levels) {
    if (levels == 0) {
      return statements.block(scope.inner(), depth - 1, choice.between(0, 2));
    }
    String object = choice.of(one, one, two);
    return "synchronized ("
        + object
        + ") {\n"
        + step(scope, object)
        + locked(scope, depth, one, two, levels - 1)
        + step(scope, object)
        + "}\n";
  }

  private String step(Scope scope, String object) {
    String escape = choice.of("sBase", "sObject") + " = " + object + ";\n";
    return switch (choice.below(5)) {
      case 0 -> "if (yes(" + expressions.of(Type.BOOLEAN, scope, 1) + ")) {\n" + escape + "}\n";
      case 1 -> object + ".number += " + expressions.of(Type.INT, scope, 1) + ";\n";
      case 2 -> "counted(Thread.holdsLock(" + object + ") ? " + object + ".number : -1);\n";
      case 3 -> statements.block(scope.inner(), 0, 1);
      default -> "";
    };
  }
}
