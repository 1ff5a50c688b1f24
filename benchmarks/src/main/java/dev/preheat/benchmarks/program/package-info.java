// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The program that is measured: how each variant of it is started, and what a run wrote. */
package dev.preheat.benchmarks.program;
