// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of a shop. */
final class Rules {
  private static final Set<String> NEAR = Set.of("de", "fr", "nl");

  private final List<Rule> rules =
      List.of(
          new Rule("large", order -> order.total() > 500, order -> order.total() * 0.05),
          new Rule("many", order -> order.items().size() > 4, order -> 3),
          new Rule("near", order -> NEAR.contains(order.country()), order -> 2),
          new Rule("slow", order -> !order.express(), order -> 1),
          new Rule("books", order -> has(order, "book"), order -> sum(order, "book") * 0.1),
          new Rule("tools", order -> sum(order, "tool") > 200, order -> 10),
          new Rule("gift", order -> has(order, "toy") && has(order, "book"), order -> 5),
          new Rule("name", order -> order.id().matches("[a-m].*7"), order -> 0.7));

  private static boolean has(Order order, String category) {
    return order.items().stream().anyMatch(item -> item.category().equals(category));
  }

  private static double sum(Order order, String category) {
    double sum = 0;
    for (Order.Item item : order.items()) {
      if (item.category().equals(category)) {
        sum += item.total();
      }
    }
    return sum;
  }

  Verdict judge(Order order) {
    List<String> names = new ArrayList<>();
    double discount = 0;
    for (Rule rule : rules) {
      if (rule.condition().test(order)) {
        names.add(rule.name());
        discount += rule.discount().applyAsDouble(order);
      }
    }
    return new Verdict(order.id(), order.total(), discount, names);
  }
}
