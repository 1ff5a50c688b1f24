// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.ArrayList;
import java.util.List;

/** Records, sealed types, switches on patterns and strings, enums, nested and inner classes. */
final class LanguageWork implements Work {
  private static final int TURNS = 150;

  /** An expression. */
  sealed interface Expression {
    /** A number. */
    record Number(long value) implements Expression {}

    /** Two expressions. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** A text that stands for a number. */
    record Name(String text) implements Expression {}
  }

  /** What is done with two numbers. */
  enum Operator {
    PLUS {
      @Override
      long apply(long left, long right) {
        return left + right;
      }
    },
    TIMES {
      @Override
      long apply(long left, long right) {
        return left * right;
      }
    },
    SHIFT {
      @Override
      long apply(long left, long right) {
        return left >> right;
      }
    };

    abstract long apply(long left, long right);
  }

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    List<Expression> expressions = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      Expression expression = make(mix, expressions);
      expressions.add(expression);
      mix.add(value(expression)).add(describe(expression, mix.next(4)));
    }
    return mix.sum();
  }

  private static Expression make(Mix mix, List<Expression> known) {
    return switch (mix.next(4)) {
      case 0 -> new Expression.Number(mix.next() >> 30);
      case 1 -> new Expression.Name(List.of("one", "two", "zero", "many").get(mix.next(4)));
      default -> {
        Operator operator = Operator.values()[mix.next(3)];
        // Of the last ones only, so that they do not get large.
        Expression left = known.isEmpty() ? new Expression.Number(1) : shallow(known.getLast());
        Expression right = known.size() < 3 ? left : shallow(known.get(known.size() - 3));
        yield new Expression.Binary(operator, left, right);
      }
    };
  }

  private static Expression shallow(Expression expression) {
    return switch (expression) {
      case Expression.Binary(Operator o, Expression.Binary l, Expression r) -> r;
      case Expression.Binary(Operator o, Expression l, Expression.Binary r) -> l;
      default -> expression;
    };
  }

  static long value(Expression expression) {
    return switch (expression) {
      case Expression.Number(long value) when value < 0 -> -value;
      case Expression.Number(long value) -> value;
      case Expression.Binary(Operator operator, Expression left, Expression right) ->
          operator.apply(value(left), value(right));
      case Expression.Name(String text) ->
          switch (text) {
            case "zero" -> 0;
            case "one" -> 1;
            case "two" -> 2;
            default -> text.length() * 1000L;
          };
    };
  }

  private static String describe(Object object, int style) {
    return switch (object) {
      case Expression.Binary binary when style == 0 ->
          binary.operator() + ":" + binary.operator().ordinal();
      case Expression.Number number when style == 1 -> "n" + number.value() + 'x' + style + 1.5f;
      case Expression.Name name -> name.text() + name.equals(new Expression.Name("one")) + name;
      case null -> "null";
      default -> object.getClass().getSimpleName() + new Counter(style).new Step().next();
    };
  }

  private static final class Counter {
    private int count;

    Counter(int count) {
      this.count = count;
    }

    private final class Step {
      int next() {
        return ++count;
      }
    }
  }
}
