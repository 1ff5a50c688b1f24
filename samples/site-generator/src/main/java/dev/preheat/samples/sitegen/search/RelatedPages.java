// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds pages that use the same rare words: the cosine between their weighted word counts. */
public final class RelatedPages {

  private final double[][] similarities;

  private RelatedPages(double[][] similarities) {
    this.similarities = similarities;
  }

  /** Compares every two pages of an index. */
  public static RelatedPages of(SearchIndex index) {
    int size = index.documents().size();
    double[][] products = new double[size][size];
    for (List<Integer> postings : index.terms().values()) {
      addProducts(postings, index.rarity(postings.size() / 2), products);
    }
    double[][] similarities = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double norm = Math.sqrt(products[i][i]) * Math.sqrt(products[j][j]);
        similarities[i][j] = norm == 0 ? 0 : products[i][j] / norm;
      }
    }
    return new RelatedPages(similarities);
  }

  /** Returns the places of all other pages that share a word with this one, most similar first. */
  public List<Integer> mostSimilarTo(int place) {
    double[] row = similarities[place];
    List<Integer> others = new ArrayList<>();
    IntStream.range(0, row.length).filter(i -> i != place && row[i] > 0).forEach(others::add);
    others.sort(
        Comparator.<Integer>comparingDouble(i -> row[i])
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return others;
  }

  private static void addProducts(List<Integer> postings, double rarity, double[][] products) {
    double factor = rarity * rarity;
    for (int i = 0; i < postings.size(); i += 2) {
      for (int j = 0; j < postings.size(); j += 2) {
        products[postings.get(i)][postings.get(j)] +=
            factor * postings.get(i + 1) * postings.get(j + 1);
      }
    }
  }
}
