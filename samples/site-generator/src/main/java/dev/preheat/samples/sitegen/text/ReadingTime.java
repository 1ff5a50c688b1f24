// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.text;

/**
 * Estimates how long a page takes to read.
 *
 * @param wordsPerMinute reading speed for prose
 */
public record ReadingTime(int wordsPerMinute) {

  private static final int CODE_LINES_PER_MINUTE = 30;

  /** Rejects a speed at which nothing would ever be read. */
  public ReadingTime {
    if (wordsPerMinute <= 0) {
      throw new IllegalArgumentException("wordsPerMinute must be positive: " + wordsPerMinute);
    }
  }

  /**
   * Returns the minutes needed, at least one.
   *
   * @param words words of prose
   * @param codeLines lines of code, which are read more slowly
   */
  public int minutes(int words, int codeLines) {
    double exact = (double) words / wordsPerMinute + (double) codeLines / CODE_LINES_PER_MINUTE;
    return Math.max(1, (int) Math.ceil(exact));
  }
}
