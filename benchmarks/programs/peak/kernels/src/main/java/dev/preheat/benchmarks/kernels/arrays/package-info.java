// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Loops over arrays and numbers. */
package dev.preheat.benchmarks.kernels.arrays;
