// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What can be named at a place in a method, and how often that place is reached. */
final class Scope {
  private final List<Variable> variables;
  private final List<Signature> methods;
  private final long trips;
  private final Method method;

  /** What the places of a method share. */
  static final class Method {
    private static final long LIMIT = 20_000;

    /** Many small programs show more than few large ones. */
    private static final int MOST_EXPRESSIONS = 120;

    private long steps;
    private int expressions;
    private int names;
    private final Type result;

    Method(Type result) {
      this.result = result;
    }

    long steps() {
      return steps;
    }
  }

  private Scope(List<Variable> variables, List<Signature> methods, long trips, Method method) {
    this.variables = new ArrayList<>(variables);
    this.methods = methods;
    this.trips = trips;
    this.method = method;
  }

  static Scope of(Method method, List<Variable> variables, List<Signature> methods) {
    return new Scope(variables, methods, 1, method);
  }

  /** A block. */
  Scope inner() {
    return new Scope(variables, methods, trips, method);
  }

  /** The body of a loop. */
  Scope loop(long rounds) {
    return new Scope(variables, methods, trips * rounds, method);
  }

  /** The body of a lambda expression. */
  Scope lambda() {
    Scope scope = inner();
    scope.variables.removeIf(variable -> variable.isLocal() && !variable.isFinal());
    return scope;
  }

  /** With another variable. */
  Scope with(Variable variable) {
    variables.add(variable);
    return this;
  }

  /** Without a variable. */
  Scope without(String name) {
    variables.removeIf(variable -> variable.name().equals(name));
    return this;
  }

  /** Pays for a step, done each time that this place is reached. */
  void spend(long cost) {
    method.steps += cost * trips;
  }

  boolean affords(long cost) {
    return method.steps + cost * trips <= Method.LIMIT;
  }

  /** Counts an expression of the text. */
  void add() {
    method.expressions++;
  }

  /** Whether the method's text is long enough. */
  boolean isFull() {
    return method.expressions >= Method.MOST_EXPRESSIONS;
  }

  /** A name that the method has not used. */
  String fresh(String prefix) {
    return prefix + method.names++;
  }

  Type result() {
    return method.result;
  }

  List<Variable> variables(Predicate<Variable> wanted) {
    return variables.stream().filter(wanted).toList();
  }

  List<Variable> of(Type type) {
    return variables(variable -> variable.type() == type);
  }

  List<Variable> assignable(Type type) {
    return variables(variable -> variable.type() == type && !variable.isFinal());
  }

  /** Methods that can be called here. */
  List<Signature> methods(Type result) {
    return methods.stream()
        .filter(each -> each.result() == result && affords(each.cost()))
        .toList();
  }

  List<Signature> methods() {
    return methods.stream().filter(each -> affords(each.cost())).toList();
  }
}
