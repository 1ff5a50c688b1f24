// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A rule.
 *
 * @param name what the verdict says
 * @param condition when it applies
 * @param discount what it takes off, where it does
 */
record Rule(String name, Predicate<Order> condition, ToDoubleFunction<Order> discount) {}
