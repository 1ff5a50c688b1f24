// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Writes programs from seeds. A program always ends, does the same in every run, and prints the
 * result or the exception of each of its methods.
 */
package dev.preheat.conformance.generator;
