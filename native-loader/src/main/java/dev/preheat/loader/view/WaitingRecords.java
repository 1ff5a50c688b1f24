// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.loader.install.ClassTable;
import java.util.Arrays;

/**
 * Records that wait for a class: to be loaded, linked or initialised. Each waits for one class at a
 * time, and comes back when something has happened to that class.
 */
final class WaitingRecords {

  private static final int NONE = -1;

  private final ClassTable classes;

  /** By class: first and last record that waits for it. */
  private final int[] heads;

  private final int[] tails;

  /** By record: the next one that waits for the same class. */
  private final int[] nexts;

  /** Loaded classes whose next state is waited for, and the last state seen of each. */
  private final int[] watched;

  private final byte[] lastStates;
  private final boolean[] isWatched;
  private int watchedCount;
  private int count;

  /**
   * Creates an empty set.
   *
   * @param types number of classes of the image
   * @param records number of records
   */
  WaitingRecords(ClassTable classes, int types, int records) {
    this.classes = classes;
    heads = new int[types];
    Arrays.fill(heads, NONE);
    tails = new int[types];
    nexts = new int[records];
    watched = new int[types];
    lastStates = new byte[types];
    isWatched = new boolean[types];
  }

  /** Number of records that wait. */
  int count() {
    return count;
  }

  /** Lets a record wait for a class. */
  void add(int record, int type) {
    nexts[record] = NONE;
    if (heads[type] == NONE) {
      heads[type] = record;
    } else {
      nexts[tails[type]] = record;
    }
    tails[type] = record;
    count++;
    if (classes.state(type) != ClassTable.UNKNOWN && !isWatched[type]) {
      isWatched[type] = true;
      lastStates[type] = (byte) classes.initState(type);
      watched[watchedCount++] = type;
    }
  }

  /**
   * Takes out all records that wait for a class.
   *
   * @return the first of them; {@link #next} leads to the others; -1 for none
   */
  int take(int type) {
    int head = heads[type];
    heads[type] = NONE;
    for (int record = head; record != NONE; record = nexts[record]) {
      count--;
    }
    return head;
  }

  /** The record that was behind this one when it was taken; ask before it is added again. */
  int next(int record) {
    return nexts[record];
  }

  /** A loaded class to which something has happened since records wait for it; -1 for none. */
  int takeChanged() {
    for (int i = watchedCount - 1; i >= 0; i--) {
      int type = watched[i];
      if (heads[type] == NONE || classes.initState(type) != lastStates[type]) {
        watched[i] = watched[--watchedCount];
        isWatched[type] = false;
        if (heads[type] != NONE) {
          return type;
        }
      }
    }
    return NONE;
  }
}
