// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import java.util.function.LongBinaryOperator;

/** Recursion, interface calls, exceptions. */
final class Expressions {
  private final String text;
  private int at;

  private Expressions(String text) {
    this.text = text;
  }

  /** The value, or what is wrong with the text. */
  static String value(String text) {
    try {
      return Long.toString(new Expressions(text).sum());
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private long sum() {
    long value = product();
    while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      LongBinaryOperator operator = text.charAt(at++) == '+' ? Long::sum : (a, b) -> a - b;
      value = operator.applyAsLong(value, product());
    }
    return value;
  }

  private long product() {
    long value = factor();
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
      value *= factor();
    }
    return value;
  }

  private long factor() {
    if (at < text.length() && text.charAt(at) == '(') {
      at++;
      long value = sum();
      at++;
      return value;
    }
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw new IllegalArgumentException("no number at " + at);
    }
    return Long.parseLong(text, start, at, 10);
  }
}
