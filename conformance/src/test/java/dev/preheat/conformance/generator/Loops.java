package dev.preheat.conformance.generator;

import java.util.List;

/** Loops of every form, short ones and long ones. */
final class Loops {
  private static final int LONGEST = 5_000;

  /**
   * How rounds are counted, in W; ROUNDS and LABEL stand for what they say, I for the number in the
   * body.
   */
  private record Form(String start, String end) {
    private static final List<Form> ALL =
        List.of(
            new Form("LABEL:\nfor (int W = 0; W < ROUNDS; W++) {\n", "}\n"),
            new Form("LABEL:\nfor (int W = ROUNDS; W > 0; W--) {\n", "}\n"),
            new Form("LABEL:\nfor (int W = 0; W < ROUNDS * 3; W += 3) {\n", "}\n"),
            new Form("LABEL:\nfor (int W = 1 - ROUNDS; W <= 0; W++) {\n", "}\n"),
            new Form("LABEL:\nfor (long W = 0; W < ROUNDSL; W++) {\n", "}\n"),
            new Form("int W = 0;\nLABEL:\nwhile (W++ < ROUNDS) {\n", "}\n"),
            new Form("int W = ROUNDS;\nLABEL:\ndo {\n", "} while (--W > 0);\n"),
            new Form("LABEL:\nfor (int W : new int[ROUNDS]) {\n", "}\n"));

    /** With names and numbers. */
    static String fill(String text, String name, String label, int rounds) {
      return text.replace("ROUNDS", Integer.toString(rounds))
          .replace("LABEL", label)
          .replace("W", name + "w")
          .replace("I", name);
    }
  }

  private final Choice choice;
  private final Expressions expressions;
  private final Statements statements;

  Loops(Choice choice, Expressions expressions, Statements statements) {
    this.choice = choice;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** A loop with a number of rounds that is known. */
  String of(Scope scope, int depth) {
    int rounds = rounds(scope);
    Scope body = scope.loop(rounds);
    String name = body.fresh("i");
    String label = body.fresh("loop");
    String leave = choice.oneIn(3) ? leave(body, label) : "";
    body.with(Variable.constant(name, Type.INT));
    Form form = choice.of(Form.ALL);
    return Form.fill(form.start() + "final int I = (int) W;\n", name, label, rounds)
        + statements.block(body, depth - 1, choice.between(1, 3))
        + leave
        + Form.fill(form.end(), name, label, rounds);
  }

  private String leave(Scope scope, String label) {
    String condition = expressions.of(Type.BOOLEAN, scope, 1);
    return "if (yes(" + condition + ")) " + choice.of("break ", "continue ") + label + ";\n";
  }

  private int rounds(Scope scope) {
    int rounds = choice.oneIn(3) ? choice.between(LONGEST / 10, LONGEST) : choice.between(0, 40);
    return scope.affords(rounds * 10L) ? rounds : choice.between(0, 4);
  }
}
