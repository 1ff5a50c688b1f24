// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {

  private static final SearchIndex INDEX =
      SearchIndex.of(
          List.of(
              text("a/", "Binary heap", "A queue in an array.", "Heaps sift. Sorting by heaps."),
              text("b/", "Quicksort", "Sorting in place.", "Partition, then sort both sides."),
              text("c/", "Names", "Resolving names.", "A cache of names, with a queue.")));

  @ParameterizedTest
  @CsvSource({
    "sorts,sort",
    "sorted,sort",
    "sorting,sort",
    "caresses,caress",
    "ponies,poni",
    "pony,poni",
    "agreed,agree",
    "feed,feed",
    "mapped,map",
    "falling,fall",
    "hashed,hash",
    "cached,cach",
    "filing,file",
    "conflated,conflate",
    "bus,bus",
    "sing,sing",
    "virus,virus",
    "the,the",
  })
  void wordsLoseTheirEndings(String word, String stem) {
    assertEquals(stem, Stemmer.stem(word));
  }

  @Test
  void wordsWithoutSenseAreLeftOut() {
    assertEquals(
        List.of("quick", "fox", "jump", "java"),
        Words.stemsOf("The quick FOX; it jumps! 42 x Java"));
  }

  @Test
  void titlesCountMost() {
    assertEquals(List.of("a/"), urls("heap"));
    assertEquals(List.of("b/", "a/"), urls("sorting"));
  }

  @Test
  void rareWordsCountMoreThanCommonOnes() {
    assertEquals("c/", urls("queue names").getFirst());
  }

  @Test
  void unknownWordsFindNothing() {
    assertEquals(List.of(), urls("zebra"));
    assertEquals(List.of(), urls("the of and"));
  }

  @Test
  void noMoreThanTheLimitIsReturned() {
    assertEquals(1, INDEX.search("queue sort", 1).size());
  }

  @Test
  void theIndexSurvivesBeingWritten() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(INDEX);

    SearchIndex read = mapper.readValue(json, SearchIndex.class);

    assertEquals(INDEX, read);
    assertTrue(json.contains("\"sort\":[0,1,1,"), json);
  }

  @Test
  void pagesThatShareRareWordsAreRelated() {
    RelatedPages related = RelatedPages.of(INDEX);
    assertEquals(List.of(1, 2), related.mostSimilarTo(0));
    assertEquals(List.of(0), related.mostSimilarTo(1));
  }

  @Test
  void anEmptySiteHasAnIndex() {
    SearchIndex empty = SearchIndex.of(List.of());
    assertEquals(List.of(), empty.search("anything", 5));
  }

  private static SearchIndex.Text text(String url, String title, String summary, String body) {
    return new SearchIndex.Text(url, title, summary, body);
  }

  private static List<String> urls(String query) {
    return INDEX.search(query, 10).stream().map(hit -> hit.document().url()).toList();
  }
}
