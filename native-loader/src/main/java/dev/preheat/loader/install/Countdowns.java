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

  /** Each record's word, and behind it what code sets it to at its end. */
  private static final int BYTES = 2 * Integer.BYTES;

  private final int first;
  private final int count;
  private final boolean isTiered;

  private boolean isStart = true;

  /** Address of the first word; 0 while no code has asked. */
  private long words;

  /** So many words have been cut down. */
  private int cut;

  /**
   * Has words for the records of a variant.
   *
   * @param first number of its first record
   * @param count of its records
   * @param isTiered whether code can make way; else a word takes minutes to its end, each time
   */
  public Countdowns(int first, int count, boolean isTiered) {
    this.first = first;
    this.count = count;
    this.isTiered = isTiered;
  }

  /** The address of the word of a record, which is set to its start. */
  long of(int record) {
    if (words == 0) {
      words = UNSAFE.allocateMemory((long) count * BYTES);
      UNSAFE.setMemory(words, (long) count * BYTES, (byte) 0);
    }
    int number = record - first;
    long word = words + (long) number * BYTES;
    UNSAFE.putInt(null, word, start(number));
    UNSAFE.putInt(null, word + Integer.BYTES, isTiered ? LATER : Integer.MAX_VALUE);
    return word;
  }

  private int start(int number) {
    if (!isTiered) {
      return Integer.MAX_VALUE;
    }
    return number < cut ? LATER : AT_START + number % SPREAD;
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
    return isTiered && words != 0 && cut < count;
  }

  /**
   * Cuts words down, those of the records that ran most often first. What code takes off meanwhile
   * may be lost.
   *
   * @param most how many words are to be cut down since the start
   */
  public void cutTo(int most) {
    if (words != 0 && isTiered) {
      for (; cut < Math.min(count, most); cut++) {
        long word = words + (long) cut * BYTES;
        if (UNSAFE.getInt(null, word) > LATER) {
          UNSAFE.putInt(null, word, LATER);
        }
      }
    }
  }
}
