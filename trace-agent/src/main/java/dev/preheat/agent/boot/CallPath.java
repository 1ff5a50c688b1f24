// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.boot;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * A step on the way from a method to a combination of run-time classes.
 *
 * <p>A call with classes that were seen before walks along such steps and adds to a count: it
 * neither allocates nor locks. Calls of threads that race may be lost from the count, which is
 * there to tell hot from cold.
 *
 * <p>Classes are kept by name, so that none is kept from being unloaded.
 */
public final class CallPath {
  /** The name that stands for null. */
  static final String NULL = "null";

  /** Where calls end that there was no memory or no stack to count. */
  static final CallPath LOST = new CallPath(null, null);

  private final CallTree tree;
  private final String className;
  private CallPath firstStep;
  private CallPath nextSibling;
  private long count;

  /**
   * A step.
   *
   * @param className null for the one that stands for all combinations
   */
  CallPath(CallTree tree, String className) {
    this.tree = tree;
    this.className = className;
  }

  /** The one combination of a method that had too many. */
  static CallPath many(long count) {
    CallPath many = new CallPath(null, null);
    many.count = count;
    return many;
  }

  /**
   * Goes on to an argument, or the receiver.
   *
   * @param argument may be null
   */
  @SuppressWarnings("ReferenceEquality") // java_lang_Class::name interns: one class, one string
  public CallPath next(Object argument) {
    if (isMany()) {
      return this;
    }
    String name = argument == null ? NULL : argument.getClass().getName();
    for (CallPath step = firstStep; step != null; step = step.nextSibling) {
      if (step.className == name) {
        return step;
      }
    }
    return tree.addStep(this, name);
  }

  /** Counts a call, at the end of the way. */
  public void count() {
    count++;
  }

  boolean isMany() {
    return className == null;
  }

  boolean hasSteps() {
    return firstStep != null;
  }

  /** The step to a class of that name, or null. */
  CallPath find(String name) {
    CallPath step = firstStep;
    while (step != null && !step.className.equals(name)) {
      step = step.nextSibling;
    }
    return step;
  }

  /** Adds a step, after those that are there: threads may be on their way along them. */
  CallPath append(String name) {
    CallPath added = new CallPath(tree, name);
    if (firstStep == null) {
      firstStep = added;
      return added;
    }
    CallPath last = firstStep;
    while (last.nextSibling != null) {
      last = last.nextSibling;
    }
    last.nextSibling = added;
    return added;
  }

  /** The calls counted here and beyond. */
  long sum() {
    long sum = count;
    for (CallPath step = firstStep; step != null; step = step.nextSibling) {
      sum += step.sum();
    }
    return sum;
  }

  /** Visits all counts here and beyond; names are those of the way up to here. */
  void visit(List<String> names, BiConsumer<String[], Long> visitor) {
    if (count > 0) {
      visitor.accept(isMany() ? null : names.toArray(new String[0]), count);
    }
    for (CallPath step = firstStep; step != null; step = step.nextSibling) {
      names.add(step.className);
      step.visit(names, visitor);
      names.remove(names.size() - 1);
    }
  }
}
