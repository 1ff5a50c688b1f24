// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.List;
import java.util.stream.Stream;

/** Loops of every form, short ones and long ones. */
final class Loops {
  private static final int LONGEST = 5_000;

  /**
   * How rounds are counted, in {@code $w}; {@code $i} is the number in the body, {@code $span} the
   * distance to the end in steps, {@code $start} any number. Some wrap around where they end.
   */
  private record Form(String start, String end) {
    private static final List<Form> ALL =
        Stream.concat(
                Stream.of(
                        "int $w = 0; $w < $rounds; $w++",
                        "int $w = $rounds; $w > 0; $w--",
                        "int $w = 0; $w < $rounds * 3; $w += 3",
                        "int $w = 1 - $rounds; $w <= 0; $w++",
                        "long $w = 0; $w < $roundsL; $w++",
                        "int $w : new int[$rounds]",
                        "int $w = Integer.MAX_VALUE - $span; $w > 0; $w += $step",
                        "int $w = Integer.MIN_VALUE + $span; $w < 0; $w -= $step",
                        "int $w = Integer.MAX_VALUE - $rounds; $w < Integer.MAX_VALUE; $w++",
                        "int $w = $start; $w != $start + $span; $w += $step",
                        "int $w = -$span; Integer.compareUnsigned($w, $step) >= 0; $w += $step",
                        "long $w = Long.MAX_VALUE - $span; $w > 0; $w += $step",
                        "long $w = Long.MIN_VALUE + $span; $w < 0; $w -= $step",
                        "long $w = $start; $w < $start + $spanL; $w += $step",
                        "byte $w = (byte) (127 - $rounds % 40 * 3); $w > 0; $w += 3",
                        "byte $w = (byte) ($rounds % 40 * 3 - 128); $w < 0; $w -= 3",
                        "short $w = (short) (32767 - $rounds * 5); $w > 0; $w += 5",
                        "short $w = (short) ($rounds * 5 - 32768); $w < 0; $w -= 5",
                        "char $w = (char) (65535 - $rounds * 7); $w > 100; $w += 7",
                        "char $w = (char) ($rounds * 3); $w <= $rounds * 3; $w -= 3",
                        "float $w = -0f; $w < $rounds; $w += 1.25f",
                        "double $w = $rounds; $w > 0; $w -= 1.75")
                    .map(head -> new Form("$label:\nfor (" + head + ") {\n", "}\n")),
                Stream.of(
                    new Form("int $w = 0;\n$label:\nwhile ($w++ < $rounds) {\n", "}\n"),
                    new Form("int $w = $rounds;\n$label:\ndo {\n", "} while (--$w > 0);\n")))
            .toList();

    /** With names and numbers. */
    static String fill(String text, String name, String label, int rounds, int step, int start) {
      return text.replace("$rounds", Integer.toString(rounds))
          .replace("$label", label)
          .replace("$span", Integer.toString(rounds * step))
          .replace("$step", Integer.toString(step))
          .replace("$start", "(" + start + ")")
          .replace("$w", name + "w")
          .replace("$i", name);
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
    int step = 2 * choice.below(5) + 1;
    int start = choice.of(choice.anyInt(), Integer.MAX_VALUE - choice.below(9), choice.below(9));
    Scope body = scope.loop(rounds + 1);
    String name = body.fresh("i");
    String label = body.fresh("loop");
    String leave = choice.oneIn(3) ? leave(body, label) : "";
    body.with(Variable.constant(name, Type.INT));
    Form form = choice.of(Form.ALL);
    return Form.fill(
            form.start() + "final int $i = (int) $w;\n" + (choice.oneIn(3) ? "seen($w);\n" : ""),
            name,
            label,
            rounds,
            step,
            start)
        + statements.block(body, depth - 1, choice.between(1, 3))
        + leave
        + Form.fill(form.end(), name, label, rounds, step, start);
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
