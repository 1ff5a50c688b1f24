// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

  @ParameterizedTest
  @CsvSource({"0,0 B", "1023,1023 B", "1024,1.0 KiB", "1536,1.5 KiB", "1048576,1.0 MiB"})
  void bytesHaveAUnit(long bytes, String text) {
    assertEquals(text, Sizes.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0,0 pages", "1,1 page", "2,2 pages", "1204,'1,204 pages'"})
  void countsHaveANoun(long number, String text) {
    assertEquals(text, Sizes.count(number, "page"));
  }

  @ParameterizedTest
  @CsvSource({"1,1 min", "59,59 min", "60,1 h 00 min", "125,2 h 05 min"})
  void minutesBecomeHours(long minutes, String text) {
    assertEquals(text, Sizes.minutes(minutes));
  }

  @ParameterizedTest
  @CsvSource({"0,0,1", "200,0,1", "201,0,2", "400,30,3", "0,31,2"})
  void readingTimeCountsWordsAndCode(int words, int codeLines, int minutes) {
    assertEquals(minutes, new ReadingTime(200).minutes(words, codeLines));
  }

  @Test
  void nobodyReadsNoWordsPerMinute() {
    assertThrows(IllegalArgumentException.class, () -> new ReadingTime(0));
  }

  @Test
  void markupIsEscaped() {
    assertEquals("a &lt;b&gt; &amp; &quot;c&quot;", Html.escape("a <b> & \"c\""));
  }
}
