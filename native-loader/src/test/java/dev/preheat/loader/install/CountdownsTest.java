// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.Test;

class CountdownsTest {
  private static final int RECORDS = 100;
  private static final int LATER = 2048;
  private static final int MANY = 1_000_000;

  /** Other variants of the image come before it. */
  private static final int FIRST = 3;

  private final Countdowns countdowns = new Countdowns(FIRST, RECORDS, true);

  @Test
  void eachRecordHasAWordOfItsOwnThatIsLargeAtTheStart() {
    assertFalse(countdowns.isLarge(), "no code has asked");
    long first = countdowns.of(3);
    long second = countdowns.of(4);

    assertEquals(2 * Integer.BYTES, second - first);
    assertEquals(LATER, Unsafe.getUnsafe().getInt(null, first + Integer.BYTES), "the next time");
    assertTrue(count(3) > MANY);
    assertNotEquals(count(3), count(4), "not all at once");
    assertTrue(countdowns.isLarge());
  }

  @Test
  void wordsAreCutDownInTurn() {
    int before = count(50);
    countdowns.of(10);

    countdowns.cutTo(20);

    assertEquals(before, count(50));
    countdowns.cutTo(RECORDS);
    assertFalse(countdowns.isLarge());
    assertEquals(LATER, count(10));
    assertEquals(LATER, count(50));
  }

  /** Code that has counted down already is left alone. */
  @Test
  void noWordGrows() {
    long word = countdowns.of(7);
    Unsafe.getUnsafe().putInt(null, word, 5);

    countdowns.cutTo(RECORDS);

    assertEquals(5, Unsafe.getUnsafe().getInt(null, word));
  }

  /** Without a way to go on, code keeps what it has. */
  @Test
  void whereThereIsNoWayWordsAreLargeForEver() {
    Countdowns none = new Countdowns(FIRST, RECORDS, false);
    long word = none.of(10);
    assertFalse(none.isLarge());

    none.cutTo(RECORDS);

    assertEquals(Integer.MAX_VALUE, Unsafe.getUnsafe().getInt(null, word));
    assertEquals(Integer.MAX_VALUE, Unsafe.getUnsafe().getInt(null, word + Integer.BYTES));
  }

  @Test
  void codeOfTheJitThatProfilesGivesWayAtTheStartOnly() {
    assertTrue(countdowns.isStart());
    countdowns.endStart();
    assertFalse(countdowns.isStart());
  }

  private int count(int record) {
    return Unsafe.getUnsafe().getInt(null, countdowns.of(record));
  }
}
