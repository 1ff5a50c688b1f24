// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

import java.util.List;

/** What the rules say of an order, as it is written. */
record Verdict(String order, double total, double discount, List<String> rules) {}
