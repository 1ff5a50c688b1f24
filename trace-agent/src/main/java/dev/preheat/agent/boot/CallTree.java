// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.boot;

import java.util.ArrayList;
import java.util.function.BiConsumer;

/**
 * The combinations of run-time classes that a method was called with: one level of {@link
 * CallPath}s for the receiver and for each reference argument, and a count of calls at each leaf.
 * When there are more combinations than the limit, all become one and the tree is let go.
 *
 * <p>Instrumented code runs {@code CallTree.start(method).next(this).next(argument).count()}.
 */
public final class CallTree {
  private static final int CHUNK_SIZE = 1 << 10;

  /** How many methods can have a tree: a bound on memory, far above what a program has. */
  public static final int MAXIMUM_METHODS = CHUNK_SIZE * CHUNK_SIZE;

  /** Static and filled as the program runs: instrumented code has nothing else to reach it by. */
  private static final CallTree[][] TREES = new CallTree[CHUNK_SIZE][];

  private final int limit;
  private int combinations = 1;
  private CallPath start = new CallPath(this, CallPath.NULL);

  /**
   * A tree on its own.
   *
   * @param limit how many combinations are told apart, at least 1
   */
  CallTree(int limit) {
    this.limit = limit;
  }

  /**
   * Plants the tree of a method; one that is there stays.
   *
   * @param method less than {@link #MAXIMUM_METHODS}
   * @param limit how many combinations are told apart, at least 1
   */
  public static void plant(int method, int limit) {
    synchronized (TREES) {
      CallTree[] chunk = TREES[method / CHUNK_SIZE];
      if (chunk == null) {
        chunk = new CallTree[CHUNK_SIZE];
        TREES[method / CHUNK_SIZE] = chunk;
      }
      if (chunk[method % CHUNK_SIZE] == null) {
        chunk[method % CHUNK_SIZE] = new CallTree(limit);
      }
    }
  }

  /** Where a call of a method starts. */
  public static CallPath start(int method) {
    return TREES[method / CHUNK_SIZE][method % CHUNK_SIZE].start;
  }

  /**
   * Tells how often a method was called with which classes.
   *
   * @param visitor gets the names of the classes, as {@code Class.getName} gives them or {@code
   *     null} as a word for null, receiver first, none for a primitive argument; null instead of
   *     names where there were too many; and the count, at least 1
   */
  public static void visit(int method, BiConsumer<String[], Long> visitor) {
    start(method).visit(new ArrayList<>(), visitor);
  }

  CallPath start() {
    return start;
  }

  /** The step from a path to a class, which the caller did not find. */
  CallPath addStep(CallPath path, String className) {
    try {
      synchronized (this) {
        return start.isMany() ? start : addNewStep(path, className);
      }
    } catch (OutOfMemoryError | StackOverflowError e) {
      return CallPath.LOST;
    }
  }

  private CallPath addNewStep(CallPath path, String className) {
    CallPath step = path.find(className);
    if (step != null) {
      return step;
    }
    if (path.hasSteps()) {
      // A path that has no step yet leads to a combination that was counted where it branched off.
      if (combinations == limit) {
        start = CallPath.many(start.sum());
        return start;
      }
      combinations++;
    }
    return path.append(className);
  }
}
