// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.preheat.benchmarks.meter.Meter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Documents of orders, the same in each run. */
final class Documents {
  private static final int ORDERS = 24;
  private static final List<String> COUNTRIES = List.of("de", "fr", "se", "nl", "pl");
  private static final List<String> CATEGORIES = List.of("book", "toy", "tool", "food", "music");

  private Documents() {}

  /** One for each seed. */
  static List<byte[]> all(ObjectMapper json) throws IOException {
    List<byte[]> documents = new ArrayList<>();
    for (int seed = 0; seed < Meter.SEEDS; seed++) {
      List<Order> orders = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        orders.add(order(seed * ORDERS + i));
      }
      documents.add(json.writeValueAsBytes(orders));
    }
    return documents;
  }

  private static Order order(int number) {
    List<Order.Item> items = new ArrayList<>();
    for (int i = 0; i <= number % 6; i++) {
      int product = (number * 31 + i * 97) % 1_000;
      items.add(
          new Order.Item(
              "product \u00e9" + product,
              CATEGORIES.get(product % CATEGORIES.size()),
              1 + i,
              product / 8.0));
    }
    return new Order(
        (char) ('a' + number % 26) + "-" + number,
        COUNTRIES.get(number % COUNTRIES.size()),
        number % 3 == 0,
        items);
  }
}
