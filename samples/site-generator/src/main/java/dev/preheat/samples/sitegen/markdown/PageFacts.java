// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.Map;
import java.util.SortedMap;

/**
 * Figures about the text of a page.
 *
 * @param words words of prose, code left out
 * @param codeLines lines of code
 * @param codeBlocks number of code blocks by language
 * @param links number of links
 */
public record PageFacts(
    int words, int codeLines, SortedMap<String, Integer> codeBlocks, int links) {

  /** Returns the number of code blocks in all languages. */
  public int codeBlockCount() {
    return codeBlocks.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Adds the number of code blocks of each language to those of other pages. */
  public void addCodeBlocksTo(Map<String, Integer> sums) {
    codeBlocks.forEach((language, count) -> sums.merge(language, count, Integer::sum));
  }
}
