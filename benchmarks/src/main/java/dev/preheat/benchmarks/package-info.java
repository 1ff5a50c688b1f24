// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Runs a program side by side: on a plain JVM, with the JDK's own AOT cache, with its image, and
 * with both; compares what it wrote and measures what it took.
 */
package dev.preheat.benchmarks;
