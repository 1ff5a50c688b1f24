// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

import java.util.List;

/** An order, as it stands in the document. */
record Order(String id, String country, boolean express, List<Item> items) {

  /** So many of something. */
  record Item(String product, String category, int amount, double price) {

    double total() {
      return amount * price;
    }
  }

  double total() {
    return items.stream().mapToDouble(Item::total).sum();
  }
}
