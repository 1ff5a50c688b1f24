// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import java.math.BigDecimal;

/** How much of a product was ordered, as it is sent. */
record Total(String product, int amount, BigDecimal price) {}
