// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import java.util.List;

/** An order, as it is received. */
record Order(int customer, List<Line> lines) {

  /** So many of a product. */
  record Line(int product, int amount) {}
}
