// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which word occurs how often on which page. The published form is JSON; the script of the site
 * reads the same file.
 *
 * @param documents the pages, sorted by address
 * @param terms for each stem, pairs of a place in the list of pages and a number of occurrences
 */
public record SearchIndex(
    @JsonProperty(required = true) List<Document> documents,
    @JsonProperty(required = true) SortedMap<String, List<Integer>> terms) {

  private static final int TITLE_WEIGHT = 5;
  private static final int SUMMARY_WEIGHT = 2;

  /**
   * A page as the index is made from it.
   *
   * @param url path below the site's root
   * @param title title, whose words count more than others
   * @param summary summary, whose words count more than those of the body
   * @param body the text without markup
   */
  public record Text(String url, String title, String summary, String body) {}

  /**
   * A page as the index shows it.
   *
   * @param url path below the site's root
   * @param title title
   * @param summary summary
   * @param length sum of the weights of all its words
   */
  public record Document(
      @JsonProperty(required = true) String url,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String summary,
      @JsonProperty(required = true) int length) {}

  /**
   * A page that was found.
   *
   * @param document the page
   * @param score how well it fits, higher is better
   */
  public record Hit(Document document, double score) {}

  /** Returns the index over some pages. */
  public static SearchIndex of(List<Text> texts) {
    List<Document> documents = new ArrayList<>();
    SortedMap<String, List<Integer>> terms = new TreeMap<>();
    for (Text text : texts) {
      int place = documents.size();
      SortedMap<String, Integer> weights = weights(text);
      int length = weights.values().stream().mapToInt(Integer::intValue).sum();
      documents.add(new Document(text.url(), text.title(), text.summary(), length));
      weights.forEach(
          (term, weight) ->
              Collections.addAll(
                  terms.computeIfAbsent(term, t -> new ArrayList<>()), place, weight));
    }
    return new SearchIndex(List.copyOf(documents), Collections.unmodifiableSortedMap(terms));
  }

  /** Returns the pages that hold at least one of the words, the best first. */
  public List<Hit> search(String query, int limit) {
    double[] scores = new double[documents.size()];
    for (String term : Words.stemsOf(query)) {
      List<Integer> postings = terms.getOrDefault(term, List.of());
      double rarity = rarity(postings.size() / 2);
      for (int i = 0; i < postings.size(); i += 2) {
        int place = postings.get(i);
        scores[place] += rarity * postings.get(i + 1) / documents.get(place).length();
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int place = 0; place < scores.length; place++) {
      if (scores[place] > 0) {
        hits.add(new Hit(documents.get(place), scores[place]));
      }
    }
    hits.sort(
        Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.document().url()));
    return hits.stream().limit(limit).toList();
  }

  /**
   * Returns the weight of a word that occurs on so many pages. The strict logarithm gives the same
   * bits on every machine, so that ties are broken alike.
   */
  double rarity(int documentsWithTerm) {
    return StrictMath.log(1.0 + (double) documents.size() / Math.max(1, documentsWithTerm));
  }

  private static SortedMap<String, Integer> weights(Text text) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    add(text.title(), TITLE_WEIGHT, weights);
    add(text.summary(), SUMMARY_WEIGHT, weights);
    add(text.body(), 1, weights);
    return weights;
  }

  private static void add(String text, int weight, Map<String, Integer> weights) {
    for (String stem : Words.stemsOf(text)) {
      weights.merge(stem, weight, Integer::sum);
    }
  }
}
