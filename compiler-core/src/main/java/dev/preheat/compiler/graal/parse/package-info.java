// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * From bytecode to a graph: what is resolved late, and what the program has not initialised, stays
 * open.
 */
package dev.preheat.compiler.graal.parse;
