// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import java.math.BigDecimal;

/** A product, as it is sent. */
record Product(int id, String name, BigDecimal price) {}
