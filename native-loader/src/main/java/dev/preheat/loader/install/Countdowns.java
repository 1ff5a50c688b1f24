// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import jdk.internal.misc.Unsafe;

/**
 * What lets code of the image make way for the JIT: a word for each record, which its code counts
 * down until it tells the VM that it is hot. They lie apart from all code and stay for ever, as the
 * code may.
 *
 * <p>While the program starts, the words are so large that only what runs for long gets to the end:
 * the JIT would compete with the start, for code that is nearly as good as its own. Later each word
 * is cut down: code that the JIT compiles calls other code of the image, which has to be profiled
 * by then, or the JIT knows nothing of what it inlines.
 */
public final class Countdowns {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** So often, at least, code runs while the program starts before it tells. */
  private static final int AT_START = 1 << 21;

  /** So many different counts there are, so that not all code tells at once. */
  private static final int SPREAD = 1 << 12;

  /**
   * So often code runs later: Tier2InvokeNotifyFreqLog (compiler_globals_pd.hpp) as the VM has it.
   */
  private static final int LATER = 1 << 11;

  private final int records;

  private boolean isStart = true;

  /** Address of the first word; 0 while no code has asked. */
  private long words;

  /** The first record whose word has not been cut down. */
  private int next;

  /**
   * Has words for as many records.
   *
   * @param records how many
   */
  public Countdowns(int records) {
    this.records = records;
  }

  /** The address of the word of a record, which is set to its start. */
  long of(int record) {
    if (words == 0) {
      words = UNSAFE.allocateMemory((long) records * Integer.BYTES);
      UNSAFE.setMemory(words, (long) records * Integer.BYTES, (byte) 0);
    }
    long word = words + (long) record * Integer.BYTES;
    UNSAFE.putInt(null, word, record < next ? LATER : AT_START + record % SPREAD);
    return word;
  }

  /** Whether the program starts, so that code of the JIT that profiles gives way to the image's. */
  boolean isStart() {
    return isStart;
  }

  /** From now on what the JIT has compiled stays. */
  public void endStart() {
    isStart = false;
  }

  /** Whether there are words to cut down yet. */
  public boolean isLarge() {
    return words != 0 && next < records;
  }

  /** Cuts down some words. What code takes off meanwhile may be lost. */
  public void cut(int count) {
    int end = Math.min(records, next + count);
    for (; next < end; next++) {
      long word = words + (long) next * Integer.BYTES;
      if (UNSAFE.getInt(null, word) > LATER) {
        UNSAFE.putInt(null, word, LATER);
      }
    }
  }
}
